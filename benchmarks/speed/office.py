"""Word and Excel files: reading and scanning against parsing the same parts with lxml and against python-docx, masking, memory.

Reading is what this program's Office part does: every part, every view of its text. Scanning is reading and the detectors together, which
know names and addresses as well as numbers; they are measured with the numbers alone, too. Equal results are asserted before anything is
timed: the same text as python-docx reads, every planted number found, none left.
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.speed.clock import medians, run_child
from benchmarks.speed.result import Row, Section, at_least, at_most

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact import Engine
    from govredact.engine.plan import Plan

# One paragraph in ten holds a number, as in a notice with contacts.
_EVERY = 10
_ROW = ("甲", None, 500, "低保", "某镇某村", "民政局", "2024年5月", "一类", "无", "合格")
_MEGABYTE = 1_000_000
# What a scan may hold at its peak for each unpacked byte, and a mask; beside what the program holds without a file.
_SCAN_BYTES, _MASK_BYTES = 8, 12
_CHILD = "import sys, govredact; e = govredact.Engine(); d = open(sys.argv[1], 'rb').read(); getattr(e, sys.argv[2])(d, 'a.xlsx')"


class _File(NamedTuple):
    name: str
    data: bytes
    numbers: list[str]


def word_file(paragraphs: int) -> tuple[bytes, list[str]]:
    """A Word file of running text, and the mobile numbers in it."""
    import docx

    document, numbers = docx.Document(), []
    for index in range(paragraphs):
        tail = "。"
        if index % _EVERY == 0:
            numbers.append(str(13800000000 + 7919 * index))
            tail = f"，联系电话{numbers[-1]}。"
        document.add_paragraph(f"第{index}条 为进一步做好困难群众救助工作，现将有关事项公示如下，请社会各界监督{tail}")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue(), numbers


def sheet_file(rows: int) -> tuple[bytes, list[str]]:
    """A workbook of ten columns, and the mobile numbers in it."""
    import openpyxl

    book, numbers = openpyxl.Workbook(write_only=True), []
    sheet = book.create_sheet("表")
    sheet.append(["姓名", "电话", "金额", "类别", "住址", "单位", "日期", "档次", "备注", "结果"])
    for index in range(rows):
        row = list(_ROW)
        if index % _EVERY == 0:
            numbers.append(str(13800000000 + 7919 * (index % 20_000)))
            row[1] = int(numbers[-1])  # type: ignore[call-overload]
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue(), numbers


def parse_parts(data: bytes) -> int:
    """Parses all XML parts with lxml; the number of parts."""
    from lxml import etree

    count = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
                count += 1
    return count


def office_section(paragraphs: int = 1000, rows: int = 10_000, rounds: int = 5, large: int = 100_000) -> Section:
    """The table; ``large`` is the number of rows of the workbook whose memory is measured."""
    from govredact import Engine

    engine = Engine()
    word, sheet = _File("a.docx", *word_file(paragraphs)), _File("a.xlsx", *sheet_file(rows))
    for file in (word, sheet):
        _assert_equal(engine, file)
    contenders: dict[str, Callable[[], object]] = {"python-docx": lambda: _paragraphs(word.data)}
    for file in (word, sheet):
        contenders |= _contenders(engine, _numbers_plan(engine), file)
    taken = medians(contenders, rounds)
    notes = (
        f"{paragraphs} paragraphs and {rows * 10} cells; one paragraph or row in {_EVERY} holds a mobile number.",
        "Reading is all parts in all views; scanning is reading and every detector; with numbers: only the detectors of numbers.",
        f"Memory: peak of a process beyond that of one without a file, a workbook of {large * 10} cells.",
    )
    read, paragraphs_read = taken["read a.docx"], taken["python-docx"]
    return Section(
        "Word and Excel",
        "python -m benchmarks.speed --only office",
        notes,
        (
            *_rows("a.docx", taken),
            at_least("python-docx reading paragraphs, over reading .docx", _ms(paragraphs_read), paragraphs_read / read, 1),
            at_least(
                "python-docx reading paragraphs, over scanning .docx", _ms(paragraphs_read), paragraphs_read / taken["scan a.docx"], 1
            ),
            *_rows("a.xlsx", taken),
            *_memory(large),
        ),
    )


def _contenders(engine: Engine, numbers: Plan, file: _File) -> dict[str, Callable[[], object]]:
    from govredact.documents import DEFAULT_LIMITS
    from govredact.engine.examine import examine

    name, data = file.name, file.data
    return {
        f"parse {name}": lambda: parse_parts(data),
        f"read {name}": lambda: _read(data, name),
        f"numbers {name}": lambda: examine(numbers, data, name, DEFAULT_LIMITS),
        f"scan {name}": lambda: engine.scan_file(data, name),
        f"mask {name}": lambda: engine.mask_file(data, name),
    }


def _rows(name: str, taken: dict[str, float]) -> tuple[Row, ...]:
    kind = name[1:]
    parse, read, numbers, scan, mask = (taken[f"{what} {name}"] for what in ("parse", "read", "numbers", "scan", "mask"))
    return (
        Row(f"lxml parsing the parts of {kind}", _ms(parse)),
        at_most(f"reading {kind} over lxml", _ms(read), read / parse, 2),
        at_most(f"scanning {kind} with numbers over lxml", _ms(numbers), numbers / parse, 2),
        at_most(f"scanning {kind} over lxml", _ms(scan), scan / parse, 2),
        at_most(f"masking {kind} over scanning", _ms(mask), mask / scan, 3),
    )


def _memory(rows: int) -> tuple[Row, ...]:
    """Peaks of whole processes, over the unpacked size of the file."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.xlsx", Path(folder) / "large.xlsx"
        small.write_bytes(sheet_file(1)[0])
        large.write_bytes(sheet_file(rows)[0])
        with zipfile.ZipFile(large) as archive:
            unpacked = sum(info.file_size for info in archive.infolist())
        found = []
        for what, most in (("scan", _SCAN_BYTES), ("mask", _MASK_BYTES)):
            peaks = [run_child([sys.executable, "-c", _CHILD, str(path), f"{what}_file"]).peak for path in (small, large)]
            used = peaks[1] - peaks[0]
            found.append(
                at_most(f"memory: {what} over {unpacked / _MEGABYTE:.0f} MB unpacked", f"{used / _MEGABYTE:.0f} MB", used / unpacked, most)
            )
    return tuple(found)


def _numbers_plan(engine: Engine) -> Plan:
    """The plan of ``engine`` with nothing but the detectors of numbers."""
    from govredact import lexicon
    from govredact.detectors import all_detectors
    from govredact.engine.plan import Plan
    from govredact.engine.settings import today

    found = [detector for detector in all_detectors() if detector.on_run]
    anchors = sorted({anchor for detector in found for anchor in detector.anchors})
    matcher = lexicon.Matcher.build(lexicon.shipped(), anchors, today(engine.policy))
    return Plan(found, matcher, engine._parts.plan.settings)


def _read(data: bytes, name: str) -> list[object]:
    from govredact.documents import DEFAULT_LIMITS, open_document

    return list(open_document(data, name, DEFAULT_LIMITS).passages())


def _assert_equal(engine: Engine, file: _File) -> None:
    found = [finding.value for finding in engine.scan_file(file.data, file.name).findings if finding.entity == "CN_MOBILE"]
    if sorted(found) != sorted(file.numbers):
        raise AssertionError(f"{file.name}: {len(found)} numbers found, {len(file.numbers)} planted")
    if any(finding.entity == "CN_MOBILE" for finding in engine.mask_file(file.data, file.name).report.findings):
        raise AssertionError(f"{file.name}: findings are left in the masked copy")


def _paragraphs(data: bytes) -> list[str]:
    import docx

    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
