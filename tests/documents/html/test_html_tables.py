
"""Tables of a page: the same table as tab-separated text and as HTML gives the same findings."""

from __future__ import annotations

import random

import pytest
import values
from hypothesis import given, settings
from hypothesis import strategies as st

import govredact
from govredact.documents import open_document

RNG = random.Random(7)
HEADERS = ["序号", "姓名", "身份证号码", "手机号码", "一卡通账号", "家庭住址", "金额"]
ROWS = [
    [str(i), "张某", values.resident_id(RNG), values.mobile(RNG), values.digits(RNG, 12), "青山县白杨村3组", f"{i}00.00"]
    for i in range(1, 6)
]


def flow(html: str) -> str:
    return next(iter(open_document(html.encode(), "a.html").passages())).text


def found(data: str, name: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(f.entity, f.value, f.reasons) for f in govredact.Engine().scan_file(data.encode(), name).findings]


def table(rows: list[list[str]], first: str = "td", cell: str = "{}", attributes: str = "") -> str:
    def row(number: int, texts: list[str]) -> str:
        tag = "td" if number else first
        return "<tr>" + "".join(f"<{tag}{attributes}>{cell.format(text)}</{tag}>" for text in texts) + "</tr>"

    return f"<table>{''.join(row(number, texts) for number, texts in enumerate(rows))}</table>"


@pytest.mark.parametrize("first", ["th", "td"])
@pytest.mark.parametrize("cell", ["{}", "<p>{}</p>", "<span>\n   {}\n  </span>", "<div><p class='x'>{}</p></div>"])
def test_a_table_gives_the_findings_of_its_tab_separated_text(first: str, cell: str) -> None:
    text = "\n".join("\t".join(row) for row in [HEADERS, *ROWS])
    expected = found(text, "a.tsv")
    assert len(expected) >= 15
    assert found(table([HEADERS, *ROWS], first, cell), "a.html") == expected


@given(
    st.lists(
        st.lists(st.sampled_from(["", "张某", "电话", "13800138000", "备注 说明", "3.50"]), min_size=3, max_size=3), min_size=1, max_size=5
    )
)
@settings(max_examples=50, deadline=None)
def test_rows_read_as_tab_separated_lines(rows: list[list[str]]) -> None:
    assert flow(table(rows)) == "\n".join("\t".join(row) for row in rows)


def test_rows_without_end_tags_read_the_same() -> None:
    assert flow("<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>后") == "甲\t乙\n丙\t丁\n后"


def test_spans_are_padded_so_that_columns_stay_below_their_headers() -> None:
    html = (
        "<table><tr><th rowspan=2>姓名<th colspan=2>联系<th rowspan=2>备注<tr><th>手机<th>账号"
        "<tr><td rowspan=2>甲<td>1<td>2<td>3<tr><td>4<td>5<td>6<tr><td colspan=4>合计</table>"
    )
    assert flow(html) == "姓名\t联系\t\t备注\n\t手机\t账号\t\n甲\t1\t2\t3\n\t4\t5\t6\n合计\t\t\t"


def test_an_account_is_found_below_a_header_of_two_rows() -> None:
    html = (
        "<table><tr><td rowspan=2>姓名<td colspan=2>收款信息<tr><td>开户行<td>银行账号"
        "<tr><td>张某<td>青山农商行<td>201000123456789<tr><td>李某<td>青山农商行<td>201000123456790</table>"
    )
    assert [entity for entity, _, _ in found(html, "a.html")].count("BANK_ACCOUNT") == 2


def test_labels_stand_left_of_their_values() -> None:
    html = "<table><tr><th>姓名</th><td>张某</td><th>银行账号</th><td>201000123456789</td></tr></table>"
    assert [(f[0], f[2][-1]) for f in found(html, "a.html") if f[0] == "BANK_ACCOUNT"] == [("BANK_ACCOUNT", "label_left:账号")]


def test_short_rows_are_filled_and_paragraphs_in_a_cell_stay_in_their_row() -> None:
    assert flow("<table><tr><td>甲<td>乙<td>丙<tr><td><p>一</p><p>二</p><td>三</table>") == "甲\t乙\t丙\n一 二\t三\t"


def test_a_layout_table_is_read_as_paragraphs() -> None:
    inner = table([["姓名", "电话"], ["张某", "1"]])
    html = f"<table><tr><td><ul><li>首页<li>公开</ul></td><td><h1>公示</h1>{inner}<p>落款</p></td></tr></table>"
    assert flow(html).split("\n") == ["", "首页", "公开", "公示", "姓名\t电话", "张某\t1", "落款"][1:]


def test_rows_beside_a_nested_table_stay_rows() -> None:
    html = f"<table><tr><td>姓名<td>张某<tr><td>家庭成员<td>{table([['称谓', '姓名'], ['父', '张甲']])}</table>"
    assert "姓名\t张某" in flow(html)
    assert "称谓\t姓名\n父\t张甲" in flow(html)


def test_text_outside_cells_and_cells_outside_tables_are_read() -> None:
    assert flow("<table>甲<tr>乙<td>丙</td>丁</tr>戊</table>己<td>庚</td><tr>辛").replace("\n", "").replace("\t", "") == "甲乙丙丁戊己庚辛"


def test_one_digit_a_cell_is_masked_cell_by_cell() -> None:
    number = ROWS[0][2]
    html = table([["身份证号码", *[""] * 17], list(number)])
    masked = govredact.Engine().mask_file(html.encode(), "a.html").data.decode()
    assert masked.count("<td>") == html.count("<td>")
    assert number not in "".join(masked.replace("<td>", "").replace("</td>", ""))
