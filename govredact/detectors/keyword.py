"""词表命中: what a keyword list says, confirmed by segmentation where the list asks for it (路口交通 holds no bad word).

The shipped lists look for what spammers write into pages. A sentence that warns of it or reports how it was prosecuted (谨防兼职刷单诈骗,
警方打掉网络赌博平台) is what offices publish on purpose: there a hit is only noted.
"""

from __future__ import annotations

from govredact.context.records import record
from govredact.detectors.base import Detector
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan
    from govredact.lexicon import Entry, Hit

# Words that say something only in company: beside a person (personal_fact), in the account of an event (approval_trigger), where another
# word reads better (misspelling), among other signs of a rewritten page (page_hijack; a user's own word for such a page stands for itself).
EVIDENCE = frozenset({"HEALTH_FACT", "SPECIAL_STATUS", "APPROVAL_TRIGGER", "PAGE_HIJACK", "TYPO"})

_WARNING = lazy.compile(
    "诈骗|詐騙|反诈|反詐|警惕|谨防|謹防|严防|防范|防範|警方|民警|公安|派出所|犯罪|团伙|團伙|嫌疑|打掉|破获|破獲|抓获|抓獲|查处|查處|查获|取缔|整治|打击|打擊|"
    "(?<!不是)(?<!绝非)(?<!并非)(?<!没有)骗局|骗子|骗取|受骗|被骗|被害人|受害人|轻信|曝光|虚假广告|罚款|"
    "诱骗|诱导|陷阱|涉案|虚开|稽查|拒绝|远离|切勿|不要|不参与|禁止|严禁|违法|違法|非法|涉嫌|举报|扫黄|净网|禁赌|被告|判处|法院|检察|拘留|处罚"
)


# What makes a place, a registered business or an authority of the word before it; sites of gambling call themselves otherwise.
_GOES_ON_AS_NAME = lazy.compile(
    "[\u4e00-\u9fff]{0,2}(?:酒店|宾馆|饭店|公交站|地铁站|大厦|广场|小区|公寓|花园|商行|经营部|个体|有限(?:责任)?公司|股份|合作社|监察|監察|监管|監管)"
    "(?!官|登|注册|网|平台|[A-Za-z])|室(?![内外])|(?:业|業)(?:务|務)?(?:监|監|管)|"
    "(?:业|業|企业|企業|税|稅|法案|毛?收入)(?![务務代平网網官登注])"
)
# Hotels of Macao among others, in news of travel that sells no game.
_TRAVEL = lazy.compile("酒店|旅游|旅遊|景点|景點|度假|会展|會展")
_GAMES = lazy.compile("官网|登录|注册|(?i:app)|下载|投注|平台|入口|开户|网址")


def find(scan: Scan) -> Iterable[Candidate]:
    """One candidate for each confirmed hit; entity, category, severity and action are the entry's."""
    for hit in scan.keywords:
        if _is_evidence(hit.entry):
            continue
        if hit.entry.boundary != "word" or _is_word(scan, hit):
            entry = hit.entry
            lawful = _lawful(scan, hit) if entry.layer == "shipped" else ""
            score = 0.95 if scan.text[hit.start : hit.end] == entry.text else 0.85
            yield Candidate(
                hit.start,
                hit.end,
                entry.entity or "KEYWORD",
                score,
                (f"lexicon:{entry.lexicon}", *(("variant",) if score < 0.95 else ()), *((lawful,) if lawful else ())),
                "keyword",
                action="note" if lawful else entry.action,
                severity="low" if lawful else entry.severity,
                category=entry.category,
                suggestion=entry.suggestion,
            )


def _is_evidence(entry: Entry) -> bool:
    return entry.entity in EVIDENCE and (entry.entity != "PAGE_HIJACK" or entry.layer == "shipped")


def _lawful(scan: Scan, hit: Hit) -> str:
    """Why an office may publish the word: ``warning_text``, ``proper_name`` (新葡京酒店, 开元棋牌室), or ""."""
    if _WARNING.search(scan.text[slice(*record(scan, hit.start))]):
        return "warning_text"
    if hit.entry.lexicon != "gambling":
        return ""
    sentence = scan.text[slice(*record(scan, hit.start))]
    travel = "澳门" in sentence and _TRAVEL.search(sentence) and not _GAMES.search(sentence)
    return "proper_name" if travel or _GOES_ON_AS_NAME.match(scan.text, hit.end) else ""


def _is_word(scan: Scan, hit: Hit) -> bool:
    confirm = scan.settings.is_word
    return confirm is None or confirm(scan.text, hit.start, hit.end)


DETECTOR = Detector(
    name="keyword",
    entities=("KEYWORD",),
    source="The lists that are loaded (govredact list lexicons)",
    on_passage=find,
    found=(),
    clean=("本市开展禁毒宣传", "关于召开工作会议的通知"),
)
