"""The console and compact formats, as a person sees them."""

import pytest

from govredact.messages import Texts
from govredact.reports import Style, render
from govredact.reports.terminal import pad, printable, shorten, width
from govredact.reports.view import public_view

ZH = Style(Texts("zh"))


def test_console_groups_by_file_and_says_what_to_do(view):
    text = render("console", view, ZH)
    assert text.index("附件/名单,一.txt") < text.index("表.docx") < text.index("坏.pdf")
    assert "2:5" in text
    assert "居民身份证号" in text
    assert "遮盖" in text
    assert "word/document.xml 第4段" in text
    assert "内.xlsx › 138****8000!B3" in text
    assert "已生成遮盖副本并核验：out/138****8000.txt（处理 2 处）" in text
    assert "共 5 个文件，已检查 3 个，无法读取 1 个，跳过 1 个；发现 5 处。" in text
    assert "另有 1 处" in text
    assert "行内忽略 2 处" in text
    assert "不能视为无问题" in text
    assert "策略 gov-website，基准日期 2026-11-21。" in text


def test_console_in_english(view):
    text = render("console", view, Style(Texts("en")))
    assert "resident identity number" in text
    assert "5 files: 3 scanned, 1 unreadable, 1 skipped; 5 findings." in text


def test_console_columns_line_up_with_wide_characters(view):
    rows = render("console", view, ZH).splitlines()[1:3]
    assert ("  高  " in rows[0], "  中  " in rows[1]) == (True, True)
    assert width(rows[0][: rows[0].index("11****")]) == width(rows[1][: rows[1].index("138****")])


def test_explain_gives_reasons_and_score(view):
    text = render("console", view, ZH._replace(explain=True))
    assert "可信度 0.99" in text
    assert "依据：" in text


def test_filtered_findings_say_who_filtered_them(report):
    assert "已滤除：基线" in render("console", public_view(report, show_all=True), ZH)


def test_risk_is_shown_for_each_file(report):
    assert "标识信息：手机号码 1 处、居民身份证号 1 处" in render("console", public_view(report, risk=True), ZH)


def test_quiet_leaves_findings_and_errors(view):
    text = render("console", view, ZH._replace(quiet=True))
    assert "居民身份证号" in text
    assert "无法读取" in text
    assert "下一步" not in text
    assert ".git" not in text


def test_clean_run(view):
    view["files"] = []
    view["summary"] = {**view["summary"], "findings": 0, "by_action": {}, "filtered": 0, "inline_ignored": 0}
    assert "未发现问题。" in render("console", view, ZH)
    assert render("console", view, ZH._replace(quiet=True)) == ""
    assert render("compact", view, ZH) == ""


@pytest.mark.parametrize("name", ["console", "compact"])
def test_documents_cannot_send_commands_to_the_terminal(name, hostile_view):
    text = render(name, hostile_view, ZH._replace(explain=True))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\r" not in text


def test_colours_only_when_wanted(view):
    assert "\x1b[" not in render("console", view, ZH)
    assert "\x1b[31m" in render("console", view, ZH._replace(colour=True))


def test_compact_lines(view):
    lines = render("compact", view, ZH).splitlines()
    assert lines[0] == "附件/名单,一.txt:2:5: high mask CN_RESIDENT_ID 11*************258"
    assert "表.docx:part=word/document.xml,paragraph=4: high mask CN_RESIDENT_ID 11*************258" in lines
    assert "表.docx: unscanned unmappable 第3页" in lines
    assert "坏.pdf: unreadable encrypted" in lines
    explained = render("compact", view, ZH._replace(explain=True)).splitlines()
    assert explained[0].endswith("[check_digit,label:身份证号]")


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("身份证", 6), ("ａ１", 4), ("e\u0301", 1), ("", 0)])
def test_width_of_east_asian_text(text, columns):
    assert width(text) == columns


def test_pad_and_shorten_count_columns():
    assert pad("身份", 6) == "身份  "
    assert shorten("身份证号码", 7) == "身份证…"
    assert shorten("身份证", 6) == "身份证"
    assert printable("a\tb\n\u200b") == "a\\u0009b\\u000a\\u200b"
