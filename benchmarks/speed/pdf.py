"""PDF: scanning and masking beside pypdfium2 and pdfplumber. `python -m benchmarks.speed --only pdf` prints the table."""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks.speed.clock import medians, run_child
from benchmarks.speed.result import Row, Section, at_least, at_most

if TYPE_CHECKING:
    from collections.abc import Callable

LATIN, CHINESE = "TrueType subset, Latin", "CID font, Chinese"
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
LINES = 28


def make(kind: str, pages: int, seed: int = 1) -> bytes:
    """A file of `pages` pages of running text with a mobile number in one line of each page."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen import canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    pdfmetrics.registerFont(TTFont("DejaVu", FONT))
    rng, stream = Random(f"pdf/{seed}"), io.BytesIO()
    page = canvas.Canvas(stream, invariant=True)
    for _ in range(pages):
        page.setFont("DejaVu" if kind == LATIN else "STSong-Light", 11)
        for line in range(LINES):
            page.drawString(60, 790 - 26 * line, _line(kind, line, rng))
        page.showPage()
    page.save()
    return stream.getvalue()


def _line(kind: str, line: int, rng: Random) -> str:
    if line == 3:
        phone = f"138{rng.randrange(10**8):08d}"
        return f"Telephone of the applicant: {phone}" if kind == LATIN else f"申请人联系电话：{phone}，办公时间见附件"
    if kind == LATIN:
        return f"Section {line} of the notice, which was approved in meeting {rng.randrange(99)} and is published here"
    return f"第{line}条　本公示依照规定发布，自发布之日起{rng.randrange(9)}个工作日内如有异议请书面反映情况"


def section(pages: int, rounds: int) -> Section:
    """Ratios to pypdfium2 (characters with boxes) and pdfplumber (characters) on the same files."""
    rows: list[Row] = []
    for kind in (LATIN, CHINESE):
        rows.extend(_rows(kind, make(kind, pages), rounds))
    rows.extend(_memory(pages * 5, pages * 50))
    notes = (
        f"{pages} pages of {LINES} lines, a telephone number on each page",
        "reading by pypdfium2: each character and its box",
        "memory: the whole command on Chinese pages, one finding on each",
    )
    return Section("PDF", "python -m benchmarks.speed --only pdf", notes, tuple(rows))


def _rows(kind: str, data: bytes, rounds: int) -> list[Row]:
    import govredact

    engine = govredact.Engine()
    contenders: dict[str, Callable[[], object]] = {
        "scan": lambda: engine.scan_file(data, "a.pdf"),
        "mask": lambda: engine.mask_file(data, "a.pdf"),
        "pypdfium2": lambda: _pdfium(data),
        "pdfplumber": lambda: _plumber(data),
    }
    times = medians(contenders, rounds)
    size = len(engine.mask_file(data, "a.pdf").data) / len(data)
    return [
        at_least(f"{kind}: scan, over pypdfium2", f"{times['scan']:.2f} s", times["pypdfium2"] / times["scan"], 0.5),
        at_least(f"{kind}: scan, over pdfplumber", f"{times['scan']:.2f} s", times["pdfplumber"] / times["scan"], 8),
        at_least(f"{kind}: mask and verify, over scan", f"{times['mask']:.2f} s", times["scan"] / times["mask"], 0.15),
        at_most(f"{kind}: size of the copy", f"{size * len(data) / 1000:.0f} kB", size, 1.1),
    ]


def _memory(few: int, many: int) -> list[Row]:
    """Peak memory of scanning and masking a file of ``many`` pages, against one of ``few``."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for pages in (few, many):
            (Path(folder) / f"{pages}.pdf").write_bytes(make(CHINESE, pages))
        for verb in ("scan", "mask"):
            children = {}
            for pages in (few, many):
                target = ["-o", f"{folder}/out{pages}.pdf"] if verb == "mask" else []
                children[pages] = run_child([sys.executable, "-m", "govredact", verb, f"{folder}/{pages}.pdf", "--quiet", *target])
            growth = (children[many].peak - children[few].peak) / 1000 / (many - few)
            figure = f"{children[many].peak / 1e6:.0f} MB, {children[many].seconds:.1f} s"
            rows.append(Row(f"{verb} {many} pages: peak memory ({growth:.0f} kB more for each page beyond {few}) and time", figure))
    return rows


def _pdfium(data: bytes) -> int:
    import pypdfium2

    count = 0
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        text.get_text_range()
        for index in range(text.count_chars()):
            text.get_charbox(index)
            count += 1
    return count


def _plumber(data: bytes) -> int:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return sum(len(page.chars) for page in document.pages)
