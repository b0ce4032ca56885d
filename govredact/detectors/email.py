"""电子邮箱: the mailbox of a person is private; gov.cn and office mailboxes (zfxxgk@…, 举报邮箱) are published on purpose.

Addresses that are written to escape robots are read too: zhang(at)163.com, zhang # 163.com.
"""

from __future__ import annotations

from govredact.detectors.base import FORM, LABEL, Detector, Example, reasons
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from govredact.context.runs import Evidence
    from govredact.context.scan import Scan

_LONGEST_LOCAL = 64
_LOCAL = lazy.compile("[A-Za-z0-9_](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_+-])?$")
_DOMAIN = lazy.compile("[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.[A-Za-z]{2,12}(?![A-Za-z0-9-])")
_DOT = "(?:\\.| ?[(（\\[]dot[)）\\]] ?)"
_SPELT_DOMAIN = lazy.compile(f"[A-Za-z0-9-]{{1,63}}(?:{_DOT}[A-Za-z0-9-]{{1,63}}){{0,3}}{_DOT}(?:com|cn|net|org)(?![A-Za-z0-9-])")
_ALL_FILES = "png jpg jpeg gif svg webp css js html htm pdf json xml py sh md"
_FILES = frozenset(_ALL_FILES.split())
_HIDDEN = "*×●○■□█…"
_PLACEHOLDER = lazy.compile("[xX]+")

# What wakes the detector besides @: a sign that is spelt out, or a provider's name with one before it.
_ALL_PROVIDERS = "163. 126. 139. 189. qq. foxmail. sina. sohu. yeah. aliyun. gmail. outlook. hotmail. 21cn. tom."
_PROVIDERS = tuple(_ALL_PROVIDERS.split())
_SPELT_AT = lazy.compile("[ \u00a0]?(?:[#＃]|[(（\\[【] ?[aA#@][tT]? ?[)）\\]】]| at )[ \u00a0]?$")

# Names of office mailboxes: English words and pinyin, between . _ - and digits.
_ALL_WORDS = (
    "office service services webmaster admin administrator hr info information contact support help helpdesk feedback editor news "
    "media press public jianyi zixun kefu fuwu bangong zhengwu jiandu yijian xinxi wangzhan zhengfu mail postmaster noreply recruit "
    "job jobs career procurement bid tender sales market git"
)
_WORDS = frozenset(_ALL_WORDS.split())
_ALL_PARTS = "zfxxgk xxgk zwgk zwfw zfcg bgs bgt office zhaopin jubao tousu caigou zhaobiao webmaster xinfang"
_PARTS = tuple(_ALL_PARTS.split())
# Initials of offices (招生办, 教务处, 信访局 …). People abbreviate their names in the same way, so not at a provider's.
_ALL_INITIALS = (
    "zsb yzb jwc xsc rsc kyc cwc gjc xcb zzb tzb dwb jjw bgs dzb zgb fzb xxb jwb xfj rsj rsk sfj gaj jyj wsj mzj czj sjj tjj fgw "
    "fgj gxj zjj jtj slj nyj wlj yjj scjg zrzy sthj hbj ylj lyj swj whj dcb zhb ghj gtj zwb zwdt wzgl cgzx zbcg ggzy zcfg fzk xwb "
    "xf jw zf zfb"
)
_INITIALS = frozenset(_ALL_INITIALS.split())
_ENDINGS = tuple(_INITIALS)
_ACRONYM = lazy.compile("[b-df-hj-np-tv-z]{2,8}[a-z]{3}[0-9]{0,4}")  # hzsrsj: longer than anybody's initials
_SPLIT = lazy.compile("[._+\\-0-9]+")
_NOT_LOCAL = lazy.compile("[^a-z0-9._%+-]")
_GOVERNMENT = (".gov.cn", ".gov", ".gov.mo", ".gov.hk")
_OFFICE_LABEL = lazy.compile(
    "(?:单位|举报|投诉|公开|监督|办公|官方|意见|建议|咨询|客服|受理|报名|招聘|反馈|投稿|来稿|政务|部门|公司|采购人?|招标人?|代理机构|纪检|信访|局长|书记|[市区县镇]长"
    "|服务|公共|机构|网站|编辑部|报送|联络)[^，。；;：:\\s人]{0,4}(?:邮箱|邮件|信箱|[Ee]-?[Mm]ail)[^，。；;\n]{0,8}$"
)


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The address around an ``@`` or another sign that stands for one."""
    text = scan.text
    if text[end - 1] == ".":
        sign = _SPELT_AT.search(text, max(0, start - 6), start)
        span = _address(text, sign.start(), start, _SPELT_DOMAIN) if sign else None
    else:
        before, after = text[start - 1 : start] == " ", text[end : end + 1] == " "
        if text[start] != "@":
            span = _address(text, start - before, end + after, _SPELT_DOMAIN)
        elif before or after:
            # A mention (@somebody) has a space on its left too, so only at a provider or with spaces on both sides.
            meant = (before and after) or text.startswith(_PROVIDERS, end + after)
            span = _address(text, start - before, end + after, _DOMAIN) if meant else None
        else:
            span = _address(text, start, end, _DOMAIN)
    if span:
        yield _candidate(scan, *span)


def _address(text: str, at: int, after: int, form: re.Pattern[str]) -> tuple[int, int] | None:
    """The span of the address whose sign is ``text[at:after]``; None where there is none, or a masked one."""
    local = _LOCAL.search(text, max(0, at - _LONGEST_LOCAL), at)
    domain = form.match(text, after)
    if local is None or domain is None or _PLACEHOLDER.fullmatch(local[0]) or "___" in local[0]:
        return None
    before = text[local.start() - 1 : local.start()]
    if before == ":" and "://" in text[max(0, local.start() - 40) : local.start()]:
        return None
    if (before and before in _HIDDEN) or domain[0].rpartition(".")[2].lower() in _FILES:
        return None
    return local.start(), domain.end()


def _candidate(scan: Scan, start: int, end: int) -> Candidate:
    evidence = scan.evidence(start, end)
    why, action = _office(scan, start, end, evidence)
    rank = LABEL | FORM if evidence.field == "EMAIL" else FORM
    grounds = reasons("address", *((why,) if why else ()), label=evidence.label, via=evidence.via)
    if why:
        return Candidate(start, end, "EMAIL", 0.9, grounds, "email", rank, "office", action, "low")
    return Candidate(start, end, "EMAIL", 0.95, grounds, "email", rank)


def _office(scan: Scan, start: int, end: int, evidence: Evidence) -> tuple[str, str]:
    """Why the mailbox is an office's and what to do with it; ("", "") for a person's.

    An office that uses somebody's own number at a provider is for a person to decide.
    """
    address = scan.text[start:end].lower()
    local = _NOT_LOCAL.split(address, maxsplit=1)[0]
    if address.endswith(_GOVERNMENT) or address.endswith("@gov.cn"):
        return "gov_domain", "allow"
    if is_office_name(local, any(name in address[len(local) :] for name in _PROVIDERS)):
        return "office_name", "allow"
    line = scan.text[max(0, start - 40) : start]
    if _OFFICE_LABEL.search(line) or (evidence.via == "column" and _OFFICE_LABEL.search(evidence.label)):
        return "office_label", "review" if local.isdigit() else "allow"
    return "", ""


def is_office_name(local: str, at_provider: bool) -> bool:
    """Whether the part before the sign (lower case) names an office or a function: zfxxgk, bgs2020, hr."""
    if any(part in local for part in _PARTS):
        return True
    if _ACRONYM.fullmatch(local) and local.rstrip("0123456789").endswith(_ENDINGS):
        return True
    parts = [part for part in _SPLIT.split(local) if part]
    return any(part in _WORDS or (part in _INITIALS and not at_provider) for part in parts)


DETECTOR = Detector(
    name="email",
    entities=("EMAIL",),
    source="RFC 5321, section 4.1.2; GB/T 35273-2020, annex A",
    anchors=("@", "(at)", "（at）", "[at]", "【at】", *_PROVIDERS),
    on_anchor=find,
    found=(
        Example("Email：liu-min@sina.com.cn", "liu-min@sina.com.cn"),
        Example("邮箱zhangsan1988@163.com。", "zhangsan1988@163.com"),
        Example("邮箱：zhang(at)163.com", "zhang(at)163.com"),
        Example("请发至 zhangwei # 163.com", "zhangwei # 163.com"),
        Example("政府信息公开邮箱：zfxxgk@163.com", "zfxxgk@163.com"),
    ),
    clean=("*@*q.com", "z*****@163.com", "logo@2x.png", "#163 号楼"),
)
