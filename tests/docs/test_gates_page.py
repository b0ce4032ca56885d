"""docs/gates.md: each example of a finding gives what the page says, and what the page calls clean gives nothing of that section."""

from __future__ import annotations

import re

import pytest
from markdown_pages import ROOT

import govredact
from govredact.entities import ENTITIES

ENGINE = govredact.Engine()
ROW = re.compile("\\| `([^`]+)` \\| (?:`([A-Z_]+) ([a-z]+)`|—) \\|")
HEADING = re.compile("^### .*")


def rows() -> list[tuple[frozenset[str], str, str, str]]:
    """(entities of the section, text, entity, action) of every row."""
    found, section = [], frozenset[str]()
    for line in (ROOT / "docs/gates.md").read_text(encoding="utf-8").splitlines():
        if HEADING.match(line):
            section = frozenset(re.findall("`([A-Z_]+)`", line))
        match = ROW.match(line)
        if match:
            found.append((section, match[1].replace("⏎", "\n").replace("⇥", "\t"), match[2] or "", match[3] or ""))
    return found


ROWS = rows()


def test_the_page_has_examples() -> None:
    assert len(ROWS) > 30
    assert all(section and section <= set(ENTITIES) for section, *_ in ROWS)


@pytest.mark.parametrize(("section", "text", "entity", "action"), ROWS)
def test_an_example_gives_what_the_page_says(section: frozenset[str], text: str, entity: str, action: str) -> None:
    found = {(finding.entity, finding.action) for finding in ENGINE.scan_text(text) if finding.entity in section}
    assert found == ({(entity, action)} if entity else set())
