"""公开电话: numbers that everybody may call (12345, 12388, 95xxx, 96xxx, 400 …), and local numbers under a telephone label.

They are public on purpose; recognising them keeps every other detector away from their digits.
"""

from __future__ import annotations

from govredact.context.runs import Evidence
from govredact.detectors.base import BLOCKER, FORM, THINGS, Detector, Example, in_identifier, is_quantity, reasons
from govredact.detectors.landline import candidate as landline
from govredact.models import Candidate
from govredact.numbers import phone
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from govredact.context.runs import Run
    from govredact.context.scan import Scan

_FIELDS = frozenset({"PHONE", "HOME_PHONE", "OFFICE_PHONE", "MOBILE"})
# Lines of the state that notices name without any label (工信部 电信网编号计划, 12xxx of ministries).
_ALL_HOTLINES = (
    "12110 12119 12122 12123 12300 12301 12305 12306 12309 12310 12313 12314 12315 12316 12317 12318 12319 12320 12321 12323 12326 "
    "12328 12329 12331 12333 12336 12337 12338 12339 12340 12345 12348 12349 12350 12351 12355 12356 12358 12363 12365 12366 12367 "
    "12369 12370 12371 12377 12378 12379 12380 12381 12385 12386 12388 12389 12390 12391 12393 12395 12396 12398"
)
_HOTLINES = tuple(_ALL_HOTLINES.split())
_NOT_CALLED = THINGS | {"QQ", "WECHAT", "PASSWORD"}
_JOINED = ".,-—*×●○■□█_#=/"  # before a part of something longer
_SHORT = lazy.compile("[ \u00a0\u3000]{0,4}(?:[:：=]|为|是)?[ \u00a0\u3000]{0,4}([0-9]{3,6})(?![0-9A-Za-z*×-])")
_TOLL_FREE = "400[-—–\u00a0 ]?[0-9]{3,4}[-—–\u00a0 ]?[0-9]{3,4}(?![0-9A-Za-z])"
_AREA = lazy.compile("0[0-9]{2,3}[-—–－]$")


def find_run(scan: Scan, run: Run) -> Candidate | None:
    """A public number, or a local one, of 7, 8 or 10 digits under a telephone label."""
    evidence = run.evidence
    if phone.public_kind(run.value):
        return _public(run.start, run.end, evidence)
    if evidence.field != "MOBILE" and phone.is_local(run.value):
        return landline(scan, run.start, run.end, evidence, "local_number")
    return None


def find_short(scan: Scan) -> Iterable[Candidate]:
    """Short numbers right after a telephone label. Columns are left out: what stands there is no short number."""
    for hit in scan.labels:
        if hit.entry.field in _FIELDS:
            match = _SHORT.match(scan.text, hit.end)
            if match and phone.public_kind(match[1]):
                yield _public(*match.span(1), Evidence(hit.entry.field, hit.entry.text, "before"))


def find_hotline(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """A hotline of the state in running text, an area code before it included."""
    area = _AREA.search(scan.text, max(0, start - 5), start)
    if area:
        start = area.start()
    if not _stands_alone(scan.text, start, end):
        return
    evidence = scan.evidence(start, end)
    if evidence.field in _NOT_CALLED or is_quantity(scan, start, end) or in_identifier(scan, start, end):
        return
    yield _public(start, end, evidence)


def find_toll_free(scan: Scan, match: re.Match[str]) -> Iterable[Candidate]:
    """A 400 number: ten digits, with or without separators."""
    start, end = match.span()
    digits = "".join(char for char in match[0] if char.isdigit())
    if len(digits) == 10 and _stands_alone(scan.text, start, end) and not is_quantity(scan, start, end):
        yield _public(start, end, scan.evidence(start, end))


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and (before in _JOINED or (before.isascii() and before.isalnum())):
        return False
    return not (after and (after in "*×_" or (after.isascii() and after.isalnum())))


def _public(start: int, end: int, evidence: Evidence) -> Candidate:
    why = reasons("public_number", label=evidence.label, via=evidence.via)
    return Candidate(start, end, "PUBLIC_PHONE", 0.9, why, "public_phone", BLOCKER | FORM, "office")


DETECTOR = Detector(
    name="public_phone",
    entities=("PUBLIC_PHONE", "CN_LANDLINE"),
    source="工业和信息化部 电信网编号计划 (2017)",
    digits=frozenset({7, 8, 10}),
    on_run=find_run,
    labels=_FIELDS,
    labelled_only=True,
    on_passage=find_short,
    anchors=_HOTLINES,
    on_anchor=find_hotline,
    pattern=_TOLL_FREE,
    on_match=find_toll_free,
    found=(
        Example("监督举报电话：12345", "12345", "PUBLIC_PHONE"),
        Example("服务热线：96510", "96510", "PUBLIC_PHONE"),
        Example("请拨打400-810-0123咨询", "400-810-0123", "PUBLIC_PHONE"),
        Example("公布举报电话0715—12388", "0715—12388", "PUBLIC_PHONE"),
    ),
    clean=("全年办理12345件", "合同金额4008100123元", "项目编号A12345"),
)
