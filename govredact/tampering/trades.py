"""Spam of other trades and in other languages: copies of watches in Japanese, pills in English, casinos in Korean or Vietnamese, clinics
and private loans in a title of search phrases, and the boast of who broke in.

No office writes such phrases about itself; those that it may write in a notice (私服, 无抵押贷款) count in company and in a title only.
"""

from __future__ import annotations

from govredact.tampering.text import Sign
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from govredact.tampering.text import PageText

# Each language with what shows that it is there at all, and its phrases; two different ones make the sign.
_FOREIGN = (
    (
        ("コピー", "激安", "通販"),
        lazy.compile("スーパーコピー|ブランドコピー|コピー|激安|通販|代引き|N級品?|専門店|財布|腕時計|時計|ブランド|偽物"),
    ),
    (("카지노", "바카라", "토토", "먹튀"), lazy.compile("카지노|바카라|토토|먹튀|사이트|온라인|추천|검증|슬롯|배팅")),
    (
        ("á cược", "à cái", "ổ hũ"),
        lazy.compile("nhà cái|cá cược|nổ hũ|bóng đá|tải app|uy tín|tài xỉu|casino|đăng ký|khuyến mãi", lazy.IGNORECASE),
    ),
    (
        ("acor", "judi", "Judi", "JUDI", "togel", "Togel"),
        lazy.compile("slot|gacor|judi|togel|situs|bola|maxwin|online|terpercaya|daftar", lazy.IGNORECASE),
    ),
    (("คาสิโน", "บาคาร่า", "สล็อต", "แทงบอล"), lazy.compile("คาสิโน|บาคาร่า|สล็อต|แทงบอล|เว็บ|ออนไลน์|หวย|เครดิตฟรี")),
    (
        ("iagra", "IAGRA", "ialis", "ramadol", "evitra"),
        lazy.compile(
            "viagra|cialis|tramadol|levitra|buy|cheap|order|generic|online|pharmacy|without prescription|[0-9]{1,3} ?mg", lazy.IGNORECASE
        ),
    ),
    (
        ("asino", "CASINO", "oker", "etting"),
        lazy.compile(
            "online casino|casino slots?|sports betting|free spins|no deposit|bonus|poker online|online poker|jackpot|roulette",
            lazy.IGNORECASE,
        ),
    ),
)
# One look for all of them: most pages hold none.
_ANY = lazy.compile("|".join(word for shown, _ in _FOREIGN for word in shown))
_FEWEST, _REACH = 2, 60
_BOAST = lazy.compile("^[^\\w\n]{0,8}(?:hacked|pwned|defaced) by [\\w .@#|-]{2,30}$", lazy.IGNORECASE | lazy.MULTILINE)
# What people search for, as spammers write it into titles: what nobody else would write, and what stands in notices as well.
_HARD = lazy.compile(
    "私服发布|新开[\u4e00-\u9fff]{0,2}私服|哪家[\u4e00-\u9fff]{1,8}医院好|医院哪家好|黑户[\u4e00-\u9fff]{0,3}(?:贷款|下款|口子)|秒下款|下款口子|"
    "代开[\u4e00-\u9fff]{0,4}发票|开票公司|(?:办理|代办)(?:毕业证|学历证?书?|假证)|刻章办证|(?:迷药|听话水|蒙汗药)[\u4e00-\u9fff]{0,3}(?:购买|网站|货到付款)"
)
_SOFT = lazy.compile(
    "(?:传奇|热血|复古)[\u4e00-\u9fff]{0,2}私服|(?:治疗?|看)[\u4e00-\u9fff]{1,8}(?:最好|哪家好)的?(?:医院|诊所)|无抵押贷款|私人放款|货到付款"
)
_REPORT = lazy.compile("案|罪|判|整治|警示|提醒|提示|辟谣|曝光|骗|公告|通告")
_JOINTS = "_|"


def signs(page: PageText) -> Iterator[Sign]:
    """The signs on a page or in its title."""
    for shown, phrases in _FOREIGN if _ANY.search(page.text) else ():
        if any(word in page.text for word in shown):
            yield from _foreign(page, shown, phrases)
    for match in _BOAST.finditer(page.text) if any(word in page.text for word in ("ed by", "ed By", "ED BY")) else ():
        yield Sign(match.start(), match.end(), "boast", 1.0)
    if any(joint in page.plain[: page.head] for joint in _JOINTS):
        yield from _searched(page)


def _foreign(page: PageText, shown: tuple[str, ...], phrases: re.Pattern[str]) -> Iterator[Sign]:
    for at in (at for at in map(page.text.find, shown) if at >= 0):
        found = list(phrases.finditer(page.text, max(0, at - _REACH), at + _REACH))
        if len({match[0].lower() for match in found}) >= _FEWEST:
            first, last = found[0].start(), found[-1].end()
            # Notices against such trades name them as well.
            yield Sign(first, last, "foreign_spam", 0.3 if page.is_against(first, last, crime=True) else 1.0)
            return


def _searched(page: PageText) -> Iterator[Sign]:
    """Phrases of search engines in a title that joins them; one that notices use needs company."""
    hard, soft = list(_HARD.finditer(page.plain, 0, page.head)), list(_SOFT.finditer(page.plain, 0, page.head))
    weight = 1.0 * len(hard) + 0.5 * len({match[0] for match in soft})
    if weight >= 1.0 and not _REPORT.search(page.plain, 0, page.head):
        found = sorted(match.span() for match in (*hard, *soft))
        yield Sign(found[0][0], found[-1][1], "searched_phrases", min(1.2, weight))
