"""The genre of workbooks and notices whose titles use other words, and of sheets that have a header and no title."""

from __future__ import annotations

import pytest

from govredact.context import genre

SHEETS = {
    "village": "村组\t户主\t一卡通账号\t补贴面积\t补贴金额\n一组\t陈国强\t6217\t3.1\t300\n",
    "petition": "编号\t来信人\t来信时间\t来信内容\t答复内容\n1\t林某\t2024-05-01\t停水\t已答复\n",
}
TITLES = {
    "aid-list": "公共租赁住房保障对象公示\n序号\t申请人\t家庭成员\n",
    "village": "前进村一季度收支公布\n组别\t项目\t金额\n一组\t修路\t300\n",
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_header_of_three_labels_is_enough(name: str) -> None:
    found = genre.guess([SHEETS[name]])
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("name", TITLES)
def test_titles_in_other_words(name: str) -> None:
    found = genre.guess([TITLES[name]])
    assert found is not None
    assert found.name == name


def test_a_rule_that_speaks_of_fines_is_no_decision() -> None:
    assert genre.guess(["市场监督管理条例\n第一条 当事人有违法行为的，没收违法所得，并处罚款，处罚依据由办法规定。"]) is None
