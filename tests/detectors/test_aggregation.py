"""Lists that bring several values of one person together: one finding a list, by the thresholds of the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import govredact
from govredact.policy import load

if TYPE_CHECKING:
    from govredact.models import Finding

ROWS = "张三\t330106199003072415\t13800138000\n李四\t330106198503126382\t13900139000\n"
TABLE = f"姓名\t身份证号\t电话\n{ROWS}"


def lists(text: str, policy: str | None = None, **overrides: int) -> list[Finding]:
    settings = {f"aggregation.{key}": value for key, value in overrides.items()}
    return [f for f in govredact.Engine(load(policy, settings)).scan_text(text) if f.entity == "AGGREGATION"]


def test_a_list_is_one_finding_that_counts_persons_and_names_the_kinds() -> None:
    (finding,) = lists(TABLE)
    assert finding.reasons == ("persons:2", "kinds:CN_MOBILE+CN_RESIDENT_ID+PERSON")
    assert (finding.action, finding.severity, finding.value) == ("review", "high", "身份证号")


@pytest.mark.parametrize(
    ("header", "cell"),
    [("序号\t姓名\t身份证号\t电话", "身份证号"), ("序号\t姓名\t编号\t手机号码", "手机号码"), ("序号\t姓名\t编号\t备注", "姓名")],
)
def test_a_list_stands_on_the_most_telling_cell_of_its_header_which_is_shown(header: str, cell: str) -> None:
    rows = "".join(f"{number}\t{row}\n" for number, row in enumerate(ROWS.splitlines(), 1))
    (finding,) = lists(f"{header}\n{rows}")
    assert (finding.value, finding.preview) == (cell, cell)


def test_a_list_without_a_header_shows_nobody() -> None:
    (finding,) = lists(ROWS)
    assert finding.value == "张三"
    assert "三" not in finding.preview


def test_two_lists_are_two_findings() -> None:
    assert len(lists(f"{TABLE}\n另一份名单\n\n{TABLE}")) == 2


def test_one_person_is_enough_under_strict_only() -> None:
    one = TABLE[: TABLE.index("李四")]
    assert lists(one) == []
    assert len(lists(one, "strict")) == 1


def test_a_policy_sets_how_many_kinds_and_persons_it_takes() -> None:
    assert lists(TABLE, kinds=4) == []
    assert lists(TABLE, persons=3) == []
    assert len(lists(TABLE, kinds=2, persons=2)) == 1


def test_nothing_is_brought_together_in_the_masked_copy() -> None:
    masked = govredact.Engine().mask_text(TABLE).text
    assert lists(masked) == []
