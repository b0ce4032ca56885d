"""The engine finds in the benchmark's table what the combined pattern finds, so that their times may be compared."""

from __future__ import annotations

import pytest

from benchmarks.speed import tables, texts
from govredact import Engine


def test_the_engine_and_the_combined_pattern_find_the_same_spans() -> None:
    text = tables.generate(0.05)
    assert texts.assert_equal_spans(Engine(), text) == 4 * (text.count("\n") - 1)


def test_a_difference_is_an_error_and_shows_no_value() -> None:
    with pytest.raises(AssertionError) as error:
        texts.assert_equal_spans(Engine(entities={"EMAIL"}), "编号 3301061990030724155 1380013800012\n")
    assert "spans differ" in str(error.value)
    assert "13800138000" not in str(error.value)
