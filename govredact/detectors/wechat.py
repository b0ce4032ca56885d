"""微信号: a letter and 5 to 19 letters, digits, ``_`` or ``-``, only under a label.

微信公众号 and 小程序 belong to organisations; 微信同号 says that the mobile is the account, which the mobile detector reports.
"""

from __future__ import annotations

from govredact.detectors.base import LABEL, Detector, Example, reasons
from govredact.detectors.nearby import precedes_label
from govredact.models import Candidate
from govredact.numbers import phone
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan, Value

_ACCOUNT = lazy.compile("(?:[A-Za-z][-_A-Za-z0-9]{5,19}|[1-9][0-9]{4,10})(?![-_0-9A-Za-z@*./])")
_LINKED = lazy.compile("(?:[:：=＝为是|\t]|号|[Ii][Dd])[\\s\"'“‘（(\\[【]*$")
_PRODUCTS = frozenset({"wechat", "weixin", "android", "iphone", "windows", "harmonyos", "applet"})
_OFFICE = lazy.compile("(?:客服|咨询|办公|工作|政务|单位|官方|业务|服务|企业)[^，。；\\s]{0,2}微信号?[:：]?$")
# Letters and then digits to the end of the word are an account also without a colon, unless they name a version.
_MADE_UP = lazy.compile(
    "(?!android|ios|iphone|win|ver|build|harmony|html|api|app)[a-z][a-z_-]{2,18}[0-9]{2,}(?![-_0-9A-Za-z@*./\u4e00-\u9fff])"
)
_ADD = lazy.compile("加(?:我|本人|好友)?微信$")


def find(scan: Scan, value: Value) -> Iterable[Candidate]:
    """The account that stands under a WeChat label."""
    match = _ACCOUNT.match(scan.text, value.start)
    if match is None or match[0].lower() in _PRODUCTS or phone.is_mobile(match[0]):
        return
    if value.evidence.via == "before" and not _is_linked(scan, match.start()):
        return
    why = reasons(label=value.evidence.label, via=value.evidence.via)
    if precedes_label(scan, match.start(), _OFFICE):
        yield Candidate(*match.span(), "WECHAT", 0.7, ("office", *why), "wechat", LABEL, "office", "review", "low")
    else:
        yield Candidate(*match.span(), "WECHAT", 0.9 if match[0][0].isalpha() else 0.75, why, "wechat", LABEL)


def _is_linked(scan: Scan, start: int) -> bool:
    """Whether a colon, 号, 加微信 or its form says that what follows is the account."""
    if _LINKED.search(scan.text, max(0, start - 12), start):
        return True
    if scan.text.startswith("wxid_", start) or precedes_label(scan, start, _ADD):
        return True
    return _MADE_UP.match(scan.text, start) is not None


DETECTOR = Detector(
    name="wechat",
    entities=("WECHAT",),
    source="GB/T 35273-2020, annex A (网络身份标识信息)",
    fields=frozenset({"WECHAT"}),
    on_value=find,
    found=(
        Example("微信：zhangsan_1988", "zhangsan_1988"),
        Example("加V：lisi_demo_77", "lisi_demo_77"),
        Example("微信号 wxid_a1b2c3d4，请备注姓名", "wxid_a1b2c3d4"),
        Example("微信 mhbn2981，备注姓名", "mhbn2981"),
        Example("微信（fkdn3479）", "fkdn3479"),
        Example("姓名\t微信号\n张某\tzhang_wei88\n", "zhang_wei88"),
    ),
    clean=(
        "微信公众号：bishanfabu",
        "微信同号",
        "微信号同手机",
        "请下载微信Android版",
        "微信小程序：shenzhengtong",
        "微信android12版",
        "微信html5页面",
    ),
)
