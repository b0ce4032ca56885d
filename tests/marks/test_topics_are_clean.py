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


@pytest.mark.parametrize("name", sorted(set(TEXTS) - {"menu of an office"}))  # of which nothing is left that tells a menu
def test_a_text_about_marks_in_small_pieces_is_not_blocked(name: str) -> None:
    """A sentence or two of it, as condensed pages show them."""
    lines = TEXTS[name].split("\n")
    blocked = [pair for pair in pairwise(lines) if any(found[1] == "block" for found in marks("\n".join(pair)))]
    assert blocked == []
