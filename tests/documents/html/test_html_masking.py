# ruff: noqa: E501 - markup is easier to read in one line
"""Masks are written as their place demands, everything else stays byte for byte, in any encoding."""

from __future__ import annotations

import html as stdlib
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

import govredact
from govredact.documents import open_document
from govredact.models import Edit

PHONE = "13800138000"
MASKED = "138****8000"
ODD = "<\"'`>& \\=--"


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


def written(text: str, new: str, old: str = PHONE) -> str:
    start = text.index(old)
    return open_document(text.encode(), "a.html").write([Edit(0, start, start + len(old), new)]).decode()


@pytest.mark.parametrize(
    ("page", "xpath"),
    [
        (f"<p>{PHONE}</p>", "string(//p)"),
        (f'<p title="{PHONE}">x</p>', "string(//@title)"),
        (f"<p title='{PHONE}'>x</p>", "string(//@title)"),
        (f"<p title={PHONE}>x</p>", "string(//@title)"),
        (f"<p title={PHONE} lang=zh>x</p>", "string(//@title)"),
        (f"<textarea>{PHONE}</textarea>", "string(//textarea)"),
        (f"<title>{PHONE}</title>", "string(//title)"),
    ],
)
def test_replacements_are_read_back_as_they_were_meant(page: str, xpath: str) -> None:
    assert lxml_html.document_fromstring(written(page, ODD)).xpath(xpath) == ODD


def test_a_replacement_in_srcdoc_is_escaped_twice() -> None:
    outer = lxml_html.fromstring(written(f'<iframe srcdoc="<p>{PHONE}</p>"></iframe>', "<\"'&"))
    assert lxml_html.fromstring(outer.xpath("string(//@srcdoc)")).text_content() == "<\"'&"


def test_a_replacement_in_an_address_is_percent_encoded() -> None:
    assert written(f"<a href='/q?tel={PHONE}&x=1'>", "a b&c#'\"") == "<a href='/q?tel=a%20b%26c%23%27%22&x=1'>"
    assert written(f"<a href=/q?tel={PHONE}>", MASKED) == f"<a href=/q?tel={MASKED}>"


@pytest.mark.parametrize(
    ("page", "new", "expected"),
    [
        (f"<script>var a = '{PHONE}';</script>", "x'\"\\y", "<script>var a = 'x\\'\\\"\\\\y';</script>"),
        (f"<script>var a = '{PHONE}';</script>", "</script>", "<script>var a = '*/script*';</script>"),
        (f"<script>var a = {PHONE};</script>", MASKED, f'<script>var a = "{MASKED}";</script>'),
        (f'<script>f({{"a":{PHONE},b:2}})</script>', MASKED, f'<script>f({{"a":"{MASKED}",b:2}})</script>'),
        (f"<script>var a = {PHONE};</script>", "13800000000", "<script>var a = 13800000000;</script>"),
        (f"<script>/*{PHONE}*/</script>", "***", "<script>/*****/</script>"),
        (f"<script>/*{PHONE}/x*/</script>", "***", "<script>/***x/x*/</script>"),
        (f"<style>/*{PHONE}/x*/</style>", "***", "<style>/***x/x*/</style>"),
        (f"<!-- {PHONE}-->", "-", "<!-- *-->"),
        (f"<!-- {PHONE} -->", "-->", "<!-- ** -->"),
        (f"<?php {PHONE} ?>", ">", "<?php * ?>"),
        (f"<p onclick=\"f('{PHONE}')\">", "')&quot;", "<p onclick=\"f('*)*quot;')\">"),
    ],
)
def test_scripts_comments_and_styles_stay_whole(page: str, new: str, expected: str) -> None:
    assert written(page, new) == expected


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "big5", "utf-16", "utf-8-sig"])
def test_masks_are_written_in_the_encoding_of_the_page(engine: govredact.Engine, encoding: str) -> None:
    charset = "big5" if encoding == "big5" else "gb2312"
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><p>電話：{PHONE}，公示期五天，有意見可反映。</p>'
    if encoding.startswith("g"):
        page = page.replace("電話", "电话").replace("見", "见")
    data = page.encode(encoding)
    assert engine.mask_file(data, "a.html").data.decode(encoding) == page.replace(PHONE, MASKED)


@pytest.mark.parametrize("declared", ["big5", "gb2312", "iso-8859-1", "shift_jis", "nonsense", "utf-8"])
@pytest.mark.parametrize("real", ["utf-8", "gb18030"])
def test_a_wrong_charset_loses_no_text(engine: govredact.Engine, declared: str, real: str) -> None:
    page = f"<meta charset={declared}><p>救助对象公示名单如下，请社会各界监督。银行账号：201000123456789</p>"
    assert [f.value for f in engine.scan_file(page.encode(real), "a.html").findings] == ["201000123456789"]


def test_a_page_without_findings_is_unchanged(engine: govredact.Engine) -> None:
    page = "\ufeff<P Class = x >公示\r\n<br/ ><td>\t<b>五天</i>&nbsp<a href='x\"'>&copy=</a><!-- > -- ></P>\x0c".encode()
    assert engine.mask_file(page, "a.html").data == page


def test_tags_inside_a_value_stay(engine: govredact.Engine) -> None:
    page = "<p>身份证号<b style='color:red'>110101</b><!-- 年 -->19900307<i>002X</i></p>"
    assert engine.mask_file(page.encode(), "a.html").data.decode() == page.replace("110101", "11****").replace(
        "19900307", "********"
    ).replace("002X", "*02X")


def test_an_inline_ignore_counts_by_line(engine: govredact.Engine) -> None:
    page = f"<p>{PHONE}</p><!-- govredact:allow=CN_MOBILE -->\n<p><b>139</b>00139000</p>"
    report = engine.scan_file(page.encode(), "a.html")
    assert [f.value for f in report.findings] == ["139</b>00139000"]
    assert report.inline_ignored == 1


def test_a_document_in_an_address_is_masked_in_the_form_it_had(engine: govredact.Engine) -> None:
    page = f'<a href="data:text/plain,tel%20{PHONE}">x</a>'
    assert engine.mask_file(page.encode(), "a.html").data.decode() == f'<a href="data:text/plain,tel%20{MASKED}">x</a>'
    report = engine.scan_file(page.encode(), "a.html")
    assert [finding.member for finding in report.findings] == ["data-1.txt"]


def test_what_cannot_be_decoded_blocks_and_pictures_are_listed(engine: govredact.Engine) -> None:
    report = engine.scan_file(b"<img src='data:image/png;base64,AAAA'><a href='data:text/html;base64,!'>x</a><p>1</p>", "a.html")
    assert [(gap.reason, gap.blocking) for gap in report.gaps] == [("picture", False), ("unknown_part", True)]


SPLITS = st.sampled_from(
    ["", "", "", "<b>", "</b>", "<span class='x'>", "</span>", "<!-- - -->", "<wbr>", "&shy;", "&#8203;", "\u200b", "<font color=red>",
     "</font>", "<img src=a.png>", "<a name=x></a>", "<o:p></o:p>", "<script>var x;</script>", "<?x ?>"]
)  # fmt: skip
FORMS = st.sampled_from(["{0}", "{0}", "{0}", "&#{1};", "&#x{1:x};", "&#X{1:X};", "&#00{1};"])


@given(
    st.lists(st.tuples(SPLITS, FORMS), min_size=11, max_size=11),
    st.sampled_from(["<p>", "<td>", "<li>", "<table><tr><td>", "<title>x</title>"]),
)
@settings(max_examples=150, deadline=None)
@example([("", "&#{1};")] * 11, "<p>")
def test_splits_and_references_hide_no_number(engine: govredact.Engine, parts: list[tuple[str, str]], before: str) -> None:
    written_number = "".join(split + form.format(char, ord(char)) for char, (split, form) in zip(PHONE, parts, strict=True))
    page = f"{before}联系电话：{written_number}。<p>完"
    report = engine.scan_file(page.encode(), "a.html")
    found = [finding for finding in report.findings if finding.entity == "CN_MOBILE"]
    assert len(found) == 1
    assert page[found[0].start : found[0].end] == found[0].value
    masked = engine.mask_file(page.encode(), "a.html").data.decode()
    assert PHONE not in re.sub("[^0-9]", "", stdlib.unescape(re.sub("<[^>]*>", "", masked)))
    assert re.findall("<[^>]*>", masked) == re.findall("<[^>]*>", page)
    assert (masked[: found[0].start], masked[len(masked) - len(page) + found[0].end :]) == (page[: found[0].start], page[found[0].end :])


MARKUP = st.lists(
    st.sampled_from(
        ["<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<p", "<td>", "<table>", "</table>", "<tr>", "<script>", "</script>", "<title>",
         "</title>", "=", '"', "'", " ", "\n", "a", "href", "style", "<style>", ".a{display:none}", "&#49;", "&", "138", "00138000", "电话", "<br>",
         "srcdoc=", "document.write('", "')", "data:,", "hidden", "<iframe ", "<!", "<?", "\\u0031", "%31", "<b>", "</b>", "<ruby><rt>"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(MARKUP, st.data())
@settings(max_examples=200, deadline=None)
def test_any_markup_is_read_and_unmasked_characters_stay(engine: govredact.Engine, page: str, data: st.DataObject) -> None:
    document = open_document(page.encode(), "a.html")
    for passage in document.passages():
        for start in range(0, len(passage.text), 7):
            first, last, value = passage.stored(start, start + 1)
            assert page[first:last] == value
            passage.locate(start, start + 1)
            passage.traits(start)
    list(document.observations())
    at = data.draw(st.integers(0, len(page)))
    end = data.draw(st.integers(at, len(page)))
    copy = document.write([Edit(0, at, end, "***")]).decode()
    assert copy.startswith(page[: max(0, at - 12)])
    assert copy.endswith(page[min(len(page), end + 12) :])


@given(MARKUP)
@settings(max_examples=150, deadline=None)
def test_masking_leaves_no_number_and_is_done_once(engine: govredact.Engine, page: str) -> None:
    try:
        copy = engine.mask_file(page.encode(), "a.html").data
    except govredact.GovRedactError:
        return
    assert PHONE not in re.findall("[0-9A-Za-z]+", stdlib.unescape(copy.decode()))
    assert engine.mask_file(copy, "a.html").data == copy
