"""手机号码: eleven digits of the MIIT numbering plan (2023), with +86 in every writing; 13-digit IoT numbers by label.

The mobile of an office (值班电话, 监督电话) is for review, since offices must publish how they are reached.
"""

from __future__ import annotations

from govredact.detectors.base import FORM, LABEL, PHONE_KEYS, THINGS, Detector, Example, in_identifier, is_quantity, reasons
from govredact.models import Candidate
from govredact.numbers import phone, resident_id
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.context.runs import Evidence, Run
    from govredact.context.scan import Scan

LABELS = frozenset({"MOBILE", "PHONE", "HOME_PHONE", "OFFICE_PHONE", "WECHAT", "CONTACT_PERSON", "QQ"})
_CONTACTS = frozenset({"CONTACT_PERSON", "ORG", "ORG_ADDRESS", "ADDRESS_OFFICE", "OFFICIAL", "LEGAL_REP"})
_CONTACT = 60
_PREFIX = lazy.compile("[(（]?(?:\\+|00|０)?86[)）]?[ \u00a0\u3000\\-—]{0,2}$|[(（]?\\+$")
_NEXT = lazy.compile("/1[3-9][0-9]{9}(?![0-9A-Za-z./_])")
_PREVIOUS = lazy.compile("(?<![0-9A-Za-z./_])1[3-9][0-9]{9}/$")
_FRACTION = lazy.compile("[.][0-9]+")
# A number of a thing, or of an example: 编号：NO.138…, 例如：138…; but Tel No. 138….
_NUMBERED = lazy.compile("(?:№|(?<![A-Za-z])(?<![A-Za-z] )[Nn][Oo])[.．:： ]{0,2}$|(?:例如|比如|示例|样例)[:：]?[ ]?$")
_MORE_BEHIND = lazy.compile(" {1,2}(?!1[3-9][0-9] )[0-9]{2,6}(?:[.][0-9]+)? {1,2}[0-9]")
_MORE_BEFORE = lazy.compile("(?<!1[3-9][0-9] )(?<![0-9.])[0-9]{2,6} {1,2}[0-9]{2,6} {1,2}$")
_SEPARATORS = frozenset(" -.·\u00a0\u3000")
_PREFIX_ENDS = frozenset("+6)） \u00a0\u3000-—")
# How people group eleven digits. Other groupings need a label.
_GROUPINGS = frozenset({(3, 4, 4), (3, 8), (7, 4), (4, 4, 3), (4, 3, 4), (3, 3, 5), (5, 6), (6, 5), (4, 7), (3, 2, 2, 2, 2), (1,) * 11})

# Groupings that stay telephones beside one other group of digits; 1817 3091 327 among fours does not.
_USUAL = frozenset({(3, 4, 4), (3, 8), (1,) * 11})


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a run of 11 digits, or of 13 or 15 with the country's prefix; None otherwise."""
    value, groups, start = run.value, run.groups, run.start
    if len(value) == 29:
        return _beside_id(scan, run)
    if len(value) == 12 and value[0] == "0":
        value, groups = value[1:], _without_prefix(groups, 1)  # the trunk prefix that long-distance calls once needed
    if len(value) != 11:
        if not (value.startswith("86") and len(value) == 13) and not (value.startswith("0086") and len(value) == 15):
            return _machine(scan, run) if len(value) == 13 else None
        value = value[-11:]
        groups = _without_prefix(groups, len(run.value) - 11)
    if value[0] != "1" or not phone.is_mobile(value):
        return None
    evidence = scan.evidence(start, run.end)
    if evidence.field in LABELS:
        return _labelled(scan, run, evidence)
    if not _stands_alone(scan, run, evidence, groups):
        return None
    return Candidate(_start(scan.text, start), run.end, "CN_MOBILE", 0.75 if groups else 0.85, ("prefix",), "mobile", FORM)


def _beside_id(scan: Scan, run: Run) -> Candidate | None:
    """The mobile that nothing parts from the ID number before or behind it."""
    number = resident_id.beside_mobile(run.value, scan.settings.as_of_year)
    if number is None or run.groups:
        return None
    start = run.start if number.start else run.start + number.stop
    return Candidate(start, start + 11, "CN_MOBILE", 0.85, ("prefix",), "mobile", FORM)


def _machine(scan: Scan, run: Run) -> Candidate | None:
    """Thirteen digits of the machine-to-machine plan (140 to 144), by label only."""
    evidence = run.evidence
    if evidence.field in LABELS and phone.is_iot(run.value):
        return _labelled(scan, run, evidence)
    return None


def _without_prefix(groups: tuple[int, ...], prefix: int) -> tuple[int, ...]:
    if not groups or groups[0] < prefix:
        return groups
    rest = (groups[0] - prefix, *groups[1:]) if groups[0] > prefix else groups[1:]
    return rest if len(rest) > 1 else ()


def _labelled(scan: Scan, run: Run, evidence: Evidence) -> Candidate:
    office = evidence.field == "OFFICE_PHONE" or _is_bid_contact(scan, run.start)
    why = reasons("prefix", *(("office",) if office else ()), label=evidence.label, via=evidence.via)
    start = _start(scan.text, run.start)
    if office:
        return Candidate(start, run.end, "CN_MOBILE", 0.9, why, "mobile", LABEL | FORM, "office", "review", "medium")
    return Candidate(start, run.end, "CN_MOBILE", 0.98, why, "mobile", LABEL | FORM)


def _is_bid_contact(scan: Scan, start: int) -> bool:
    """Whether a notice of procurement names a buyer, agency, supplier or contact before the number: these must be reachable."""
    if scan.settings.genre != "procurement":
        return False
    return any(hit.entry.field in _CONTACTS for hit in scan.labels_between(max(0, start - _CONTACT), start))


def _stands_alone(scan: Scan, run: Run, evidence: Evidence, groups: tuple[int, ...]) -> bool:
    if evidence.field in THINGS or is_quantity(scan, run.start, run.end):
        return False
    if in_identifier(scan, run.start, run.end, PHONE_KEYS) and not _in_list(scan.text, run.start, run.end):
        return False
    if _NUMBERED.search(scan.text, max(0, run.start - 6), run.start) or (groups == (7, 4) and scan.text[run.start + 7] == "-"):
        return False
    if groups and (groups not in _GROUPINGS or (run.broken and not _broken_well(scan, run))):
        return False
    if groups and _among_groups(scan.text, run, groups):
        return False
    return not _is_decimal(scan.text, run.start, run.end) and not (len(groups) == 2 and "." in scan.text[run.start : run.end])


def _among_groups(text: str, run: Run, groups: tuple[int, ...]) -> bool:
    """Whether the run is cut out of a row of figures: two more beside it, or for a rare grouping one."""
    if groups in _USUAL:
        return bool(_MORE_BEHIND.match(text, run.end) or _MORE_BEFORE.search(text, max(0, run.start - 18), run.start))
    before, after = text[max(0, run.start - 2) : run.start], text[run.end : run.end + 2]
    return (before[:1].isdigit() and before[1:] in _SEPARATORS) or (after[1:].isdigit() and after[:1] in _SEPARATORS)


def _in_list(text: str, start: int, end: int) -> bool:
    """Two telephones with a slash between them are no path: 13800138000/13900139000."""
    return bool(_NEXT.match(text, end) or _PREVIOUS.search(text, max(0, start - 12), start))


def _broken_well(scan: Scan, run: Run) -> bool:
    """A number over two lines or cells without a label: only between words, not in columns of figures."""
    after = scan.text[run.end : run.end + 1]
    return len(run.groups) == 11 or not after or after not in "\t\n\r|,.0123456789"


def _is_decimal(text: str, start: int, end: int) -> bool:
    """13512345678.50 is an amount; 13800138000.0 is what a workbook makes of a telephone."""
    if start > 1 and text[start - 1] == "." and text[start - 2].isdigit():
        return True
    tail = _FRACTION.match(text, end)
    return tail is not None and tail[0] != ".0"


def _start(text: str, start: int) -> int:
    if text[start - 1 : start] not in _PREFIX_ENDS:
        return start
    prefix = _PREFIX.search(text, max(0, start - 9), start)
    if prefix is None or (prefix.start() and text[prefix.start() - 1].isdigit()):
        return start
    return prefix.start()


DETECTOR = Detector(
    name="mobile",
    entities=("CN_MOBILE",),
    source="工业和信息化部 电信网编号计划 (2017, 2023)",
    digits=frozenset({11, 12, 13, 15, 29}),
    tokens=frozenset({29}),
    on_run=find,
    labels=LABELS,
    found=(
        Example("王某65010219620414941019994518159", "19994518159"),
        Example("手机号码19994518159", "19994518159"),
        Example("联系人手机 138 6936 4345，工作日联系", "138 6936 4345"),
        Example("联系电话：008619837250257", "008619837250257"),
        Example("电话：一七六一〇四八八一三六", "一七六一〇四八八一三六"),
        Example("电话：一七六一○四八八一三六", "一七六一○四八八一三六"),
        Example("李某 147 3314 7893 138 6936 4345", "138 6936 4345"),
        Example("致电+86 138-6936-4345即可", "+86 138-6936-4345"),
        Example("请拨打1386936\n4345咨询", "1386936\n4345"),
    ),
    clean=(
        "访问量13512345678次",
        "金额（元）：13512345678.50",
        "https://www.example.gov.cn/art/13869364345.html",
        "订单号：13869364345",
        "电话 123-4567-8901",
        "电话：一三八○○○○四三四五",
        "https://www.example.gov.cn/show?id=13869364345",
        "总用水量13869364345立方米",
        "产值 138 6936 4345 万元",
        "J8\t1386936.4345\t36648888.2477",
        "下载13869364345",
        "互联网新闻信息服务许可证13869364345",
        "编号：NO.13869364345",
        "例如：13869364345",
        "1386936-4345",
        "5452 2527 1386 9364 345",
        "1981 138 6936 4345 71959 9393",
        "二等座 234 565 138 6936 4345",
    ),
)
