"""Lines are found in parts of a text, and are those between its line ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.detectors import repeated_paragraph


@given(text=st.text(alphabet="a\n", max_size=40), part=st.integers(0, 9))
def test_lines_lie_where_they_are_said_to(text: str, part: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repeated_paragraph, "_PART", part)
        found = list(repeated_paragraph._lines(text))
    assert all(text.startswith(line, start) for start, line in found)
    assert [line for _, line in found if line] == [line for line in text.split("\n") if line]
