"""Number runs: what counts as one number, with separators, over line ends, one digit a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.context.runs import LONGEST, PLAIN, broken_runs, celled_runs, grouped_runs

LENGTHS = frozenset(range(7, 31))


def grouped(text: str, *lengths: int) -> list[str]:
    return [text[run.start : run.end] for run in grouped_runs(text, frozenset(lengths))]


@pytest.mark.parametrize("text", ["138 0013 8000", "138-0013-8000", "138.0013.8000", "138\u00a00013\u00a08000", "1 3 8 0 0 1 3 8 0 0 0"])
def test_separators_that_people_use_make_one_run(text: str) -> None:
    assert text in grouped(f"电话{text}。", 11)


def test_the_longest_combination_comes_first_at_each_group() -> None:
    assert grouped("6216 6156 1640 2348 441", 16, 19)[0] == "6216 6156 1640 2348 441"


def test_a_check_character_of_its_own_belongs_to_the_number() -> None:
    assert "1 4 0 1 0 6 1 9 7 7 0 6 1 6 4 0 8 X" in grouped("1 4 0 1 0 6 1 9 7 7 0 6 1 6 4 0 8 X", 18)


def test_groups_far_apart_are_two_numbers() -> None:
    assert grouped("1380013      8000123", 14) == []


def test_a_group_that_touches_letters_is_no_part() -> None:
    assert grouped("编号D3201-3014-0516", 12) == []
    assert grouped("138 0013 8000m", 11) == []


def test_plain_runs_are_maximal() -> None:
    assert [m[0] for m in PLAIN.finditer("号A12345678，1234567；123456")] == ["A12345678", "1234567"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n    "])
def test_a_number_cut_by_a_line_end_in_running_text_is_one_run(end: str) -> None:
    text = f"请拨打1380013{end}8000咨询"
    runs = list(broken_runs(text, frozenset({11})))
    assert [(run.value, run.broken) for run in runs] == [("13800138000", True)]
    assert text[runs[0].start : runs[0].end] == f"1380013{end}8000"


@pytest.mark.parametrize("text", ["620\t1380013\n8000\t1", "1380013\n8000", "金额,1380013\n8000,1", "A1380013\n8000"])
def test_figures_of_a_column_are_not_joined(text: str) -> None:
    assert list(broken_runs(text, frozenset({11}))) == []


@pytest.mark.parametrize("border", ["\t", "|", " | "])
def test_one_digit_a_cell_is_one_run(border: str) -> None:
    text = "身份证号" + border + border.join("110101199003070070") + border
    assert [run.value for run in celled_runs(text, frozenset({18}))] == ["110101199003070070"]


@given(st.text(alphabet="0123456789Xx -.·\n\t|号Ａ（）", max_size=80))
def test_every_run_is_made_of_its_own_digits(text: str) -> None:
    for runs in (grouped_runs, broken_runs, celled_runs):
        for run in runs(text, LENGTHS):
            written = text[run.start : run.end]
            assert "".join(c for c in written if c.isalnum()).upper() == run.value
            assert sum(run.groups) == len(run.value) <= LONGEST
            assert written[0].isdigit()
