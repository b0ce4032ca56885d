"""Hosts of links: what they belong to, and what is wrong with them by their form alone.

Sources: 国办发〔2017〕47号 (政府网站发展指引) and 国办秘函〔2019〕19号: no links to illegal, irregular or commercial pages; domains of
government sites end in .gov.cn or .政务 (国办函〔2018〕55号). RFC 3492 for punycode, RFC 1918 for private addresses.
"""

from __future__ import annotations

from functools import cache

from govredact.lexicon.places import shipped_file
from govredact.numbers import ip
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.context.scan import LinkRules

# Public suffixes of two labels that matter here; the owner's label stands before them.
_SECOND = lazy.compile("(?:com|net|org|gov|edu|ac|mil|co|info|biz)\\.[a-z]{2}")
# ``gov`` as a label or between hyphens, also with a digit or letter that looks alike.
_LIKE_GOV = lazy.compile("(?:^|[.-])(?:gov|g0v|qov|gov-?cn|govcn|goov|govv|gav|edu-?cn)(?:[.-]|$)|\\.(?:gov|edu)\\.cn\\.")
_FOREIGN_GOV = lazy.compile("\\.gov(?:\\.[a-z]{2})?$|\\.(?:edu|ac)(?:\\.[a-z]{2})?$")
# What sites of gambling, lotteries and pornography are called.
_TRADE = lazy.compile(
    "bet[0-9]{2,}|[0-9]{2,}bet|^bets?[.0-9-]|-bet\\.|casino|poker|caipiao|lottery|liuhecai|kaiyun|leyu|yabo|hth[0-9]|bwin|manbet"
    "|beplay|betway"
    "|w88|m88|188bet"
    "|porn|xvideo|sex[0-9.-]|avtt|9[01]porn|huangguan|pujing|jinsha[0-9]|weinisi|yongli[0-9]|88888|66666"
    "|^[a-z]{0,3}[0-9]{5,}[a-z]?\\.(?:com|net|cc|vip|top|xyz|shop|app|club|co)$"
)
_ENDINGS = lazy.compile("\\.(?:bet|casino|poker|sbs|cyou|icu|lol|buzz|win|loan|bid|porn|sex|xxx|adult|monster|quest|rest|cfd)$")
_NUMBERS = lazy.compile("^(?:12[0-9]{3}|10[0-9]{3}|95[0-9]{3}|96[0-9]{3}|400[0-9]{7})\\.")
_CHANGE = lazy.compile("[0-9][a-z]")
# So many digits before letters make a name that nobody thought of.
_RANDOM_CHANGES = 2
_THROW_AWAY = lazy.compile("\\.(?:shop|top|xyz|vip|cc|com|net|app|club|site|online)$")
_NUMBERED = lazy.compile("[a-z]{1,6}[0-9]{3,}[a-z]?\\.(?:vip|top|xyz|cc|live|site|online|club|shop|app|fun|pro|link|ws|me)")
_HAN_LABEL = lazy.compile("[\u3400-\u9fff0-9a-z-]+")


def host_of(address: str) -> str:
    """The host of an absolute address in lower case, without user and port; ``""`` for a relative one."""
    rest = address.strip()
    scheme, mark, behind = rest.partition("://")
    if mark and scheme.isascii() and scheme.isalpha():
        rest = behind
    elif rest.startswith("//"):
        rest = rest[2:]
    else:
        return ""
    for end in "/?#\\":
        rest = rest.partition(end)[0]
    rest = rest.rpartition("@")[2]
    if rest.startswith("["):
        return rest[1:].partition("]")[0].lower()
    return rest.partition(":")[0].strip(".").lower()


def owner(host: str) -> str:
    """The registered name of a host: ``www.a.example.com.cn`` belongs to ``example.com.cn``."""
    labels = host.split(".")
    if len(labels) > 2 and _SECOND.fullmatch(".".join(labels[-2:])):
        return ".".join(labels[-3:])
    return ".".join(labels[-2:])


def belongs(host: str, domains: tuple[str, ...] | frozenset[str]) -> bool:
    """Whether ``host`` is one of ``domains`` or lies below one; a domain with a point before it is a suffix."""
    return any(host == domain.lstrip(".") or host.endswith(domain if domain.startswith(".") else f".{domain}") for domain in domains)


def is_allowed(host: str, rules: LinkRules) -> bool:
    """Whether the shipped list, the policy or the office's own domains name the host."""
    return belongs(_readable(host), shipped()) or belongs(host, rules.allowed) or belongs(host, rules.own)


@cache
def shipped() -> tuple[str, ...]:
    """The suffixes and domains of ``lexicons/domains.txt``."""
    with open(shipped_file("domains.txt"), encoding="utf-8") as file:
        return tuple(line.strip() for line in file if line.strip() and not line.startswith("#"))


def is_suspicious(host: str) -> bool:
    """Whether the host itself looks like a site of gambling, lotteries or pornography, or like a throw-away name."""
    name = owner(host)
    if _NUMBERS.match(name) or belongs(host, shipped()):
        return False
    if _TRADE.search(name) is not None or _ENDINGS.search(name) is not None:
        return True
    return _THROW_AWAY.search(name) is not None and len(_CHANGE.findall(name.partition(".")[0])) >= _RANDOM_CHANGES


def is_throw_away(host: str) -> bool:
    """Whether the name is a few letters and a number under a cheap ending (ky6868.vip): what nobody leads readers to by itself."""
    return _NUMBERED.fullmatch(owner(host)) is not None


def fault(host: str, rules: LinkRules) -> str:
    """What is wrong with a link to ``host``, as a reason; ``""`` where nothing is."""
    if not host:
        return ""
    if belongs(host, rules.refused):
        return "refused_domain"
    if belongs(host, rules.own) or belongs(host, rules.allowed):
        return ""
    found = _address_fault(host) or _name_fault(host)
    if not found and rules.strict and not is_allowed(host, rules):
        return "not_allowed_domain"
    return found


def _address_fault(host: str) -> str:
    kind = ip.kind(host) if host[:1].isdigit() or ":" in host else ""
    if kind in ("private", "shared", "link_local", "loopback") or host == "localhost" or host.endswith((".local", ".lan", ".intranet")):
        return "internal_network"
    return "plain_address" if kind == "public" else ""


def _name_fault(host: str) -> str:
    if not (host.endswith((".gov.cn", ".edu.cn", ".ac.cn")) or _FOREIGN_GOV.search(host)) and _LIKE_GOV.search(host):
        return "look_alike_domain"
    if "xn--" in host and not _is_chinese(host):
        return "punycode_domain"
    return "irregular_domain" if is_suspicious(host) else ""


def _readable(host: str) -> str:
    if "xn--" not in host:
        return host
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def _is_chinese(host: str) -> bool:
    """Whether a punycode name reads as Chinese; other scripts imitate Latin letters."""
    name = _readable(host)
    return name != host and all(_HAN_LABEL.fullmatch(label) is not None for label in name.split("."))
