"""Texts that speak of marks instead of carrying one: rules and courses about secrecy, forms with choices, lists of the levels."""

from __future__ import annotations

from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.context.scan import Scan
    from govredact.context.standing import Standing
    from govredact.context.whole import Page, Whole
    from govredact.models import Candidate

_LEVEL_LABEL = "(?:原|现|拟定?|原定)?(?:密[ \u3000]{0,4}[级級别]|秘密等级|保密[等级]级|保密级别|涉密[等级]级|涉密级别|定密级别|文件密级)"
_IS_LABEL = lazy.compile(
    f"[^\u4e00-\u9fff]{{0,6}}(?:文件|本文件|信息|项目|公文|资料|"
    f"载体)?{_LEVEL_LABEL}[^\u4e00-\u9fff]{{0,4}}(?:[（(][^）)]{{0,12}}[）)])?"
)
_LEFT_LABEL = lazy.compile(
    f"(?:^|[ \u3000（(【\\[|])(?:本?(?:文件|信息|项目|公文|资料|载体))?{_LEVEL_LABEL}(?:[ \u3000]{{0,4}}[:：]|[】\\])）])"
    "[ \u3000]{0,8}\\Z"
)
_EXPLAINS = lazy.compile(
    "标注|标明|標注|標註|標明|標誌|標識|比如|例[:：]|标识|标志|形式|样式|式样|格式|示例|例如|如下|如[:：]|应当|应该|必须|"
    "表示|写作|写为|写成|书写|表述|字样|规范|"
    "什么|哪|选择|分为|包括|图[0-9一二三四]"
)
# The beginning of a line, cell or item, and a level there.
_ITEM = lazy.compile(
    "(?:^|"
    "[\n\t|])[ \u3000]{0,8}[（(【\\[]?(?:[0-9A-Da-d一二三四五①-④]{0,2}[）)、.．][ ]?)?[（(【\\[]?[“\"]?([绝絕机機秘祕])[ \u3000]{0,4}密"
)
_TICK = "☑☒√✓✔■⊠▣●◉"
_TICKED_BEFORE = lazy.compile(f"[{_TICK}][ \u3000]{{0,3}}\\Z")
_TICKED_AFTER = lazy.compile("[ \u3000]{0,2}[（(\\[【]?[ ]?[☑☒√✓✔][ ]?[）)\\]】]?")
_TOPIC = lazy.compile(
    "国家秘密|國家秘密|保密法|保守国家秘密|定密|涉密|密级|密級|解密|泄密|失密|保密期限|保密教育|保密工作|保密管理|工作秘密|"
    "保密意识|保密制度"
)
_DEFINITION = lazy.compile(
    "[级級]?[：:]?[\\s，,是指—-]{0,6}(?:最?重要的?|一般的?|涉及)(?:国家|國家)|[^\n]{0,2}\n[^\n]{0,30}不属于(?:国家|工作)秘密"
)
_NEAR, _FEWEST, _KINDS = 300, 6, 3
_TOP_LINES = 3
# Titles that announce samples, lessons, cases, exercises, shows and stories.
_TELLING_TITLE = lazy.compile(
    "示例|样式|样例|范例|写法|怎么|怎样|如何|什么|知识|课堂|讲座|讲义|课件|教材|宣传(?!部)|标语|口号|横幅|案例|警示|问答|竞赛|"
    "试题|习题|测试题|题库|图解|一图|读懂|这些|小贴士|提醒|故事|辟谣|谣言|解密|史料|选登|展览|话剧|电影|影片"
)
_ARCHIVE = lazy.compile("馆藏|民国|档案开放|开放档案|解密|史料")
_TITLE_SIGNS = 4
# 这四个字, 一句话: the words are spoken of.
_SPOKEN_OF = lazy.compile("[\\s，。！!”》\"—-]{0,6}[这此那](?:[一两二三四五六七八]?个(?:大)?字|[一几]?句|[一几]?条标语|样的|行字|是)")


def is_level_label(cell: str) -> bool:
    """Whether a cell is the label of a level (密级, 保密级别（必填）)."""
    return _IS_LABEL.fullmatch(cell.strip()) is not None


def left_label(place: Standing) -> bool:
    """Whether a label of a level governs the phrase: 密级：机密, or 密级 in the cell on the left."""
    if _LEFT_LABEL.search(place.lead):
        return True
    return place.cell is not None and place.alone and is_level_label(place.cell.before)


def states_own_level(place: Standing) -> bool:
    """Whether a sentence at the beginning of its line says the level of the document itself: 本文件属国家秘密，密级为…."""
    return not place.quoted and _OWN_LEVEL.fullmatch(place.lead) is not None


_OWN_LEVEL = lazy.compile(
    "[ \u3000（(【\\[]{0,8}[本此][ \u3000]?(?:份)?(?:文件|文|件|公文|资料|材料|通知|载体|图纸)(?:内容)?"
    "(?:属于?|为|系|是|[，,]|国家秘密|密[级級]|保密级别|的|定|确定){1,6}"
)


def goes_on(scan: Scan, end: int) -> bool:
    """Whether a sentence goes on behind the phrase (公开方式：依申请公开的，应当…); another label may follow a comma."""
    return _GOES_ON.match(scan.text, end) is not None


_GOES_ON = lazy.compile("[\u4e00-\u9fff]|[，,](?![\u4e00-\u9fff]{2,8}[:：])")


def explains(text: str) -> bool:
    """Whether a line or sentence tells how a mark is made or what it means."""
    return _EXPLAINS.search(text) is not None


def listed_levels(scan: Scan, start: int, end: int) -> bool:
    """Whether another level begins a line, cell or item nearby: the levels are listed, the document has none of them."""
    own = scan.text[start:end]
    first, last = max(0, start - _NEAR), min(len(scan.text), end + _NEAR)
    around = (*_ITEM.finditer(scan.text[first:start]), *_ITEM.finditer(scan.text[end:last]))
    return any(match[1] not in own or own[0] == "工" for match in around)


def defined(scan: Scan, end: int) -> bool:
    """Whether what follows says what the level means (机密, then: 重要的国家秘密)."""
    return _DEFINITION.match(scan.text, end) is not None


def ticked(scan: Scan, start: int, end: int) -> bool:
    """Whether the phrase is the chosen one of several boxes (□公开 ☑机密)."""
    line = scan.text[slice(*scan.line(start))].rstrip()
    # Boxes stand before their words, or behind them all along the line.
    behind = line.endswith(tuple(_TICK + "□☐"))
    if not (_TICKED_AFTER.match(scan.text, end) if behind else _TICKED_BEFORE.search(scan.text, max(0, start - 4), start)):
        return False
    return "□" in line or "☐" in line or "密级" in line


def below_the_top(page: Page, candidate: Candidate) -> bool:
    """Whether a mark stands where texts give samples: in running pages, below the first lines, without a label."""
    if not {"mark_in_header", "mark_in_name", "ticked", "labelled"}.isdisjoint(candidate.reasons):
        return False
    above = page.scan.text[: candidate.start].split("\n")
    return "mark_in_head" not in candidate.reasons or sum(1 for line in above if line.strip()) > _TOP_LINES


def talks_of_secrets(whole: Whole, fewest: int = _FEWEST, kinds: int = _KINDS) -> bool:
    """Whether the document is about secrecy: its words come often and in several kinds."""
    found = [match[0] for page in whole.pages for match in _TOPIC.finditer(page.scan.text)]
    return len(found) >= fewest and len(set(found)) >= kinds


def told_below_title(whole: Whole, page: Page, candidate: Candidate) -> bool:
    """Whether a mark stands below a title that announces samples, lessons, cases or stories, in a text that speaks of secrecy.

    Papers that are marked bear their mark above the title.
    """
    if not {"mark_in_header", "mark_in_name", "ticked"}.isdisjoint(candidate.reasons):
        return False
    title = next((line for line in page.scan.text[: candidate.start].split("\n") if _has_words(line)), "")
    if not title or not _TELLING_TITLE.search(title):
        return False
    return any(_TOPIC.search(part.scan.text) or _ARCHIVE.search(part.scan.text) for part in whole.pages)


def _has_words(line: str) -> bool:
    """Whether a line can be a title: not the number of a copy, a degree of urgency or a mark."""
    return sum("\u4e00" <= sign <= "\u9fff" for sign in line) >= _TITLE_SIGNS


def spoken_of(scan: Scan, end: int) -> bool:
    """Whether the text goes on about the phrase as words (严禁上网, then: 这四个字不是一句空话)."""
    return _SPOKEN_OF.match(scan.text, end) is not None


def marks_of(whole: Whole, detector: str) -> list[tuple[Page, Candidate]]:
    """What a detector found in a document, each with the page it lies in."""
    return [(page, candidate) for page in whole.pages for candidate in page.candidates if candidate.detector == detector]


def ruled(found: Iterable[tuple[Page, Candidate]], action: str, reason: str) -> Iterator[tuple[Page, Candidate]]:
    """The same candidates with another action and the reason for it, as a detector of document scope yields them."""
    for page, candidate in found:
        yield page, candidate._replace(action=action, reasons=(*candidate.reasons, reason))
