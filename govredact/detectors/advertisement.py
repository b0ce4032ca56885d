"""商业广告: offers for sale with a way to buy, on a page that must not advertise.

国办发〔2017〕47号 and the websites' own rules: 不得刊登商业广告或链接商业广告页面. A phrase that only sellers use must stand near a
telephone, a chat number or a price, or near another such phrase; notices about false advertising, and offices' own offers (消费券,
招租, 展销会), have neither.
"""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan

_OFFERS = (
    "厂家直销", "全国包邮", "货到付款", "买一送一", "诚招代理", "诚招加盟", "招商加盟", "免费加盟", "加盟热线", "加盟电话",
    "订购热线", "订购电话", "抢购热线", "欢迎订购", "欢迎选购", "来电订购", "来电选购", "欢迎新老客户", "欢迎新老顾客", "无效退款",
    "限时抢购", "限时特惠", "扫码下单", "微信下单", "点击购买", "立即购买", "价格面议", "量大从优", "现货供应", "假一赔十",
    "低价出售", "低价转让", "祖传秘方", "全网最低价", "限量发售", "代理招募", "全款到账", "包治百病", "特价促销",
)  # fmt: skip
_CONTACT = lazy.compile(
    "1[3-9][0-9]{9}|400[- ]?[0-9]{3}[- ]?[0-9]{4}|0[0-9]{2,3}[- ][0-9]{7,8}|(?:微信|VX|vx|QQ|qq)(?:号)?[:：]? ?[0-9A-Za-z_-]{5,20}"
)
_PRICE = lazy.compile("[¥￥] ?[0-9]|[0-9.]{1,8} ?元(?:起|/|每|一|包邮|[,，。！!]|$)|原价|现价|仅售|[1-9](?:\\.[0-9])?折")
_NOT_FOR_SALE = lazy.compile(
    "虚假|违法|违规|查处|处罚|诈骗|骗局|警惕|谨防|切勿|举报|投诉|监管|整治|禁止|不得|严禁|案例|典型案|消费者|助农|展销|展会|消费券"
    "|以旧换新|直播带货|拍卖|招租|国有资产"
)
_REACH = 60


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The offer around the phrase at ``[start, end)``."""
    text = scan.text
    line_start, line_end = scan.line(start)
    first, last = max(line_start, start - _REACH), min(line_end, end + _REACH)
    if _NOT_FOR_SALE.search(text, max(0, first - _REACH), min(len(text), last + _REACH)):
        return
    others = [match.span() for pattern in (_CONTACT, _PRICE) for match in [pattern.search(text, first, last)] if match]
    others += [(at, at + len(word)) for word in _OFFERS for at in [text.find(word, first, last)] if at >= 0 and at != start]
    if others:
        reasons = ("offer", "contact") if _CONTACT.search(text, first, last) else ("offer",)
        span = min(start, *(a for a, _ in others)), max(end, *(b for _, b in others))
        yield Candidate(*span, "ADVERTISEMENT", 0.8, reasons, "advertisement")


DETECTOR = Detector(
    name="advertisement",
    entities=("ADVERTISEMENT",),
    source="国办发〔2017〕47号 政府网站发展指引; 广告法 (2021) 第九条",
    anchors=_OFFERS,
    on_anchor=find,
    found=(
        Example("优质茶叶厂家直销，每斤98元起", "厂家直销，每斤98元起"),
        Example("本店承接各类工程，价格面议，电话：400-820-0000", "价格面议，电话：400-820-0000"),
        Example("限时抢购，买一送一", "限时抢购，买一送一"),
    ),
    clean=(
        "市场监管局查处一起“祖传秘方”“包治百病”虚假广告案，罚款5万元",
        "全县农产品展销会举行，厂家直销，每斤98元起",
        "发放消费券，满300元减100元，咨询电话0572-2000000",
        "公司实行招商加盟制度",
    ),
)
