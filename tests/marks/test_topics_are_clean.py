"""Texts about secrecy, disclosure and drafts are not blocked, and almost nothing in them asks for a review."""

from __future__ import annotations

from itertools import pairwise

import pytest
from topics import TEXTS

import govredact

ENGINE = govredact.Engine()
MARKS = {"CLASSIFICATION_MARK", "WORK_SECRET_MARK", "INTERNAL_MARK", "DISCLOSURE_MARK", "DRAFT_MARK", "TRADE_SECRET_MARK"}


def marks(text: str) -> list[tuple[str, str, str]]:
    return [(finding.entity, finding.action, finding.value) for finding in ENGINE.scan_text(text) if finding.entity in MARKS]


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_about_marks_carries_none(name: str) -> None:
    assert marks(TEXTS[name]) == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_about_marks_in_one_line_carries_none(name: str) -> None:
    """Extraction of pages often loses the lines."""
    assert [found for found in marks(TEXTS[name].replace("\n", " ")) if found[1] == "block"] == []
    assert [found for found in marks(TEXTS[name].replace("\n", "")) if found[1] == "block"] == []


@pytest.mark.parametrize("name", sorted(set(TEXTS) - {"menu of an office", "choices"}))  # nothing is left of these that tells
def test_a_text_about_marks_in_small_pieces_is_not_blocked(name: str) -> None:
    """A sentence or two of it, as condensed pages show them."""
    lines = TEXTS[name].split("\n")
    blocked = [pair for pair in pairwise(lines) if any(found[1] == "block" for found in marks("\n".join(pair)))]
    assert blocked == []


PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>关于开展供水检查的通知</title>
<meta name="keywords" content="依申请公开,内部资料"></head><body>
<ul><li><a href="/">首页</a></li>
<li><a href="/zwgk" title="政务公开">政务公开</a></li><li><a href="/ysq" title="依申请公开">依申请公开</a></li>
<li><a href="/nb">内部刊物</a></li><li><a>年度报告</a></li></ul>
<div>当前位置：<a>首页</a> &gt; <a>信息公开</a> &gt; <a>依申请公开</a></div>
<h1>关于开展供水检查的通知</h1><p>各乡镇：</p><p>请按时完成。</p>
<table><tr><td>索引号</td><td>1234</td><td>公开方式</td><td>主动公开</td></tr></table>
<div><a href="/ysqgk">依申请公开</a></div><div><a href="/x"><img alt="依申请公开" title="依申请公开"></a></div>
<div>首页 | 网站地图 | 联系我们</div></body></html>"""


def test_the_menus_of_a_page_are_no_attribute_of_it() -> None:
    report = ENGINE.scan_file(PAGE.encode(), "page.html")
    assert [finding.entity for finding in report.findings if finding.entity in MARKS] == []
