"""Reports made by hand: every status, a value in a file name, hostile characters."""

import pytest

from govredact.messages import Texts
from govredact.models import FileError, FileReport, Finding, Gap, Location, MaskedCopy, Report
from govredact.reports import Style
from govredact.reports.view import public_view

ID = "110101199003074258"
MOBILE = "13800138000"


def finding(value=ID, preview="11*************258", **changes):
    base = Finding(
        entity="CN_RESIDENT_ID", category="private", action="mask", severity="high", score=0.987, detector="resident_id", start=18,
        end=18 + len(value), value=value, preview=preview, location=Location("text", line=2, column=5),
        reasons=("check_digit", "label:身份证号"), fingerprint="f" * 32,
    )  # fmt: skip
    return base._replace(**changes)


def phone(**changes):
    return finding(MOBILE, "138****8000", entity="CN_MOBILE", severity="medium", fingerprint="a" * 32, reasons=(), **changes)


def make_report(*files):
    return Report(files, "gov-website", "d" * 64, "2026-11-21")


@pytest.fixture
def findings_of():
    return finding


@pytest.fixture
def report():
    """One file of every status; the second has no lines, the third a value in its name."""
    allowed = finding("91110000100000000X", "91110000100000000X", entity="CN_USCC", category="public", action="allow", severity="low")
    name = Location("text", attribute="file_name")
    in_name = finding(MOBILE, "138****8000", entity="CN_MOBILE", location=name, start=0, end=11, fingerprint="")
    in_cell = finding(location=Location("xlsx", cell=f"{MOBILE}!B3"), member=f"{MOBILE}/内.xlsx", fingerprint="", start=3, end=21)
    return make_report(
        FileReport("附件/名单,一.txt", "text", "0" * 64, "scanned", (finding(), phone()), (phone(filtered_by="baseline"), allowed)),
        FileReport("表.docx", "docx", "1" * 64, "scanned", (finding(location=Location("docx", part="word/document.xml", paragraph=4)),),
                   places=14, gaps=(Gap("word/media/1.png", "picture", False), Gap("第3页", "unmappable", True)), inline_ignored=2),
        FileReport(f"{MOBILE}.txt", "text", "2" * 64, "scanned", (in_name, in_cell),
                   masked=MaskedCopy(f"out/{MOBILE}.txt", "3" * 64, True, 2)),
        FileReport("坏.pdf", "pdf", "", "unreadable", error=FileError("encrypted", "needs a password", {"path": "坏.pdf"})),
        FileReport(".git", "", "", "skipped", error=FileError("hidden", "hidden", {})),
    )  # fmt: skip


@pytest.fixture
def view(report):
    return public_view(report)


@pytest.fixture
def hostile_view():
    """Names and previews that try to break out of each format."""
    bad = "a]]>&<\"'\x1b[31m\r\n::error::x%0A,=\udcff\x00\u202e"
    item = finding("x" * 9, bad, reasons=(bad,), entity="KEYWORD", category="sensitive")
    file = FileReport(f"=HYPERLINK({bad}", "text", "0" * 64, "scanned", (item, item), (), FileError("access", bad, {"path": bad}))
    return public_view(make_report(file))


@pytest.fixture(params=["zh", "en"])
def style(request):
    return Style(Texts(request.param))
