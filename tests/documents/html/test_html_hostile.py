"""Pages made to break a reader: contract codes, no recursion, work that grows with the length of the page and no faster."""

from __future__ import annotations

import base64

import pytest

import govredact
from govredact.documents import open_document

MANY = 60_000
HOSTILE = {
    "nested blocks": "<div>" * MANY,
    "nested inline": "<b>" * MANY,
    "nested tables": "<table><tr><td>" * (MANY // 3),
    "end tags of what is not open": "<b>" * 1000 + "</div>" * MANY,
    "misnested formatting": "<a><div>" * MANY + "</a></div>" * MANY,
    "end tags far from their start": "<b>" * MANY + "<div>" + "</b>" * MANY,
    "list items in deep inline": "<b>" * 60 + "<li>" * MANY,
    "cells that cover all rows": "<table>" + "<tr><td rowspan=9999>" * MANY,
    "cells that cover all columns": "<table>" + "<tr><td colspan=9999>x" * 5000,
    "columns without number": "<table><tr><td colspan=99999999999999999999 rowspan=-1 colspan=>x",
    "unterminated attribute": '<a href="' + "x" * MANY,
    "many unterminated attributes": '<a href="' * MANY,
    "unterminated comment": "<!-- " + "<b>x" * MANY,
    "comments in a comment": "<!-- " * MANY,
    "unterminated CDATA": "<![CDATA[>" * MANY,
    "unterminated title": "<title>" * MANY,
    "unterminated script": "<script>" * MANY,
    "strings in an unterminated script": "<script>" + "x='<a" * MANY,
    "quotes in a script": "<script>" + "'\"<a`" * MANY + "</script>",
    "joined strings": "<script>" + "'<a>'+" * MANY + "</script>",
    "srcdoc in srcdoc": '<iframe srcdoc="' * MANY,
    "references": "&#" * MANY + "&#x" * MANY + "&a" * MANY,
    "a long reference": "&#" + "9" * MANY + ";",
    "hidden pieces": "<b hidden>x</b>y" * MANY,
    "line breaks": "1<br>" * MANY,
    "digits in tags": "<b>1</b>" * MANY,
    "styles": "".join(f'<p style="color:#{number:06x}">x' for number in range(5000)),
    "rules": "<style>" + "".join(f".a{number}{{display:none}}" for number in range(5000)) + "</style><p class=a1>",
    "braces": "<style>" + "{" * MANY + "}" * MANY,
    "one id": "".join(f"<x{number % 9} id=s{number // 9}aa>" for number in range(MANY)),
    "percent signs": '<a href="/x' + "%41" * MANY + '">',
    "attributes": "<a " + "x=1 " * MANY + ">",
    "a title for each link": "".join(f'<a href="/{number}" title="13800138000">x</a>' for number in range(5000)),
}


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_page_is_read_to_its_end(engine: govredact.Engine, page: str) -> None:
    report = engine.scan_file((page + "</script>--></title>\"><p>13900139000").encode(), "a.html")
    assert report.status == "scanned"
    assert any(finding.value == "13900139000" for finding in report.findings) or report.blocking_gaps


def test_a_script_of_one_long_line_is_read(engine: govredact.Engine) -> None:
    page = "<script>" + "var a={b:'<i>',c:12};" * 40_000 + "p='13800138000'</script>"
    assert [finding.value for finding in engine.scan_file(page.encode(), "a.html").findings] == ["13800138000"]


def test_zero_characters_block(engine: govredact.Engine) -> None:
    report = engine.scan_file(b"<p>1380013\x008000</p>" + b"<p>1</p>" * 99, "a.html")
    assert [(gap.reason, gap.blocking) for gap in report.gaps] == [("zero_character", True)]


def test_what_is_no_text_in_any_encoding_is_an_error(engine: govredact.Engine) -> None:
    report = engine.scan_file(b"<html><p>" + bytes(range(128, 256)) * 9, "a.html")
    assert (report.status, report.error.code) == ("unreadable", "encoding")


def test_a_few_broken_bytes_hide_no_number_and_stay(engine: govredact.Engine) -> None:
    page = ("<meta charset=gbk><p>救助对象公示名单如下，请社会各界监督。联系人手机号码：13800138000</p>" * 3).encode("gbk")
    at = page.index(b"138001")
    page = page[: at + 3] + b"\xb5" + page[at + 3 :]
    report = engine.scan_file(page, "a.html")
    assert [finding.entity for finding in report.findings] == ["CN_MOBILE"] * 3
    assert [(gap.reason, gap.blocking) for gap in report.gaps] == [("encoding", False)]
    (broken,) = [o for o in open_document(page, "a.html").observations() if o.kind == "mojibake"]
    assert broken.about["count"] == "1"
    copy = engine.mask_file(page, "a.html").data
    assert copy == page.replace(b"138\xb500138000", b"138****8000").replace(b"13800138000", b"138****8000")


@pytest.mark.parametrize("deep", [1, 3, 7])
def test_pages_in_addresses_of_pages_meet_the_limit(engine: govredact.Engine, deep: int) -> None:
    page = "<p>13800138000</p>"
    for _ in range(deep):
        page = f'<iframe src="data:text/html;base64,{base64.b64encode(page.encode()).decode()}">'
    report = engine.scan_file(page.encode(), "a.html")
    assert bool(report.findings) != report.blocking_gaps
    assert report.blocking_gaps == (deep > 5)


def test_nothing_of_a_page_shows_in_errors_and_reprs() -> None:
    document = open_document(b"<p>13800138000<a href='data:text/html;base64,!13800138000'>", "a.html")
    passages = list(document.passages())
    assert "13800138000" not in repr([document, passages, list(document.members()), document.coverage])
