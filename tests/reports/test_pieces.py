"""A report is written piece by piece, and reads as if it had been written in one piece."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.reports import FORMATS, Style, json_text, pieces, render
from govredact.reports.rows import Rows
from govredact.reports.view import lazy_view, public_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.models import Report

_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
_VALUES = st.recursive(_SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=20)


@given(value=_VALUES, ascii_only=st.booleans(), indent=st.sampled_from((None, 1, 2)))
def test_pieces_are_those_of_json(value: Any, ascii_only: bool, indent: int | None) -> None:
    assert "".join(json_text.pieces(value, ascii_only, indent)) == json.dumps(value, ensure_ascii=ascii_only, indent=indent)


@given(items=st.lists(_VALUES, max_size=4), indent=st.sampled_from((None, 2)))
def test_iterators_and_rows_stand_for_lists(items: list[Any], indent: int | None) -> None:
    rows: Sequence[Any] = items
    lazy = {"a": {"rows": Rows(rows, lambda item: item), "iterator": iter(items)}}
    whole = json.dumps({"a": {"rows": items, "iterator": items}}, ensure_ascii=False, indent=indent)
    assert "".join(json_text.pieces(lazy, False, indent)) == whole


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kept", [0, 1000])
def test_the_lazy_view_makes_the_same_report(report: Report, style: Style, name: str, kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govredact.reports.console._KEPT", kept)
    for options in ((False, False, False), (True, True, True)):
        written = "".join(pieces(name, lazy_view(report, *options), style))
        assert written == render(name, public_view(report, *options), style)


def test_rows_are_a_sequence() -> None:
    values: Sequence[Any] = (1, 2, 3)
    rows = Rows(values, lambda value: {"value": value})
    assert (len(rows), rows[-1], rows[:2]) == (3, {"value": 3}, [{"value": 1}, {"value": 2}])
    assert list(rows) == list(rows) == [{"value": 1}, {"value": 2}, {"value": 3}]
