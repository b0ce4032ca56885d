"""Inline ignores: which findings a comment silences, and which nothing silences."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.filters.inline import InlineIgnores, Problem, may_silence

VALUE = "13800138000"


def silenced(text: str, entity: str = "CN_MOBILE", **more: str) -> list[bool]:
    """For each place of VALUE in the text, whether its finding is silenced."""
    ignores = InlineIgnores.parse(text)
    places = [start for start in range(len(text)) if text.startswith(VALUE, start)]
    return [ignores.filter_for(start, start + len(VALUE), entity, **more) == "inline" for start in places]


@pytest.mark.parametrize(
    "comment",
    [
        "# govredact:allow",
        "// govredact:allow",
        "-- govredact:allow",
        "; govredact:allow",
        "% govredact:allow",
        "/* govredact:allow */",
        "/*govredact:allow*/",
        "<!-- govredact:allow -->",
        "<!--govredact:allow-->",
        "{# govredact:allow #}",
        '"govredact:allow",',
        "，govredact:allow：已核",
        "# govredact:allow=CN_MOBILE",
        "# govredact:allow=EMAIL,CN_MOBILE",
        "# govredact:allow=cn_mobile",
    ],
)
def test_any_comment_on_the_line_silences_its_findings(comment: str) -> None:
    assert silenced(f"{VALUE}\n{VALUE} {comment}\n{VALUE}") == [False, True, False]
    assert silenced(f"{VALUE}\r\n{comment} {VALUE}\r\n{VALUE}") == [False, True, False]


def test_other_entities_on_the_line_are_still_reported() -> None:
    assert silenced(f"{VALUE} # govredact:allow=EMAIL,QQ") == [False]


def test_the_next_line_is_the_next_line_only() -> None:
    assert silenced(f"# govredact:allow-next-line {VALUE}\n{VALUE}\n{VALUE}") == [False, True, False]
    assert silenced(f"# govredact:allow-next-line=QQ\n{VALUE}") == [False]
    assert silenced(f"{VALUE} # govredact:allow-next-line") == [False]


def test_off_holds_until_on_or_the_end() -> None:
    text = f"{VALUE} <!-- govredact:off -->\n{VALUE}\n{VALUE}\n<!-- govredact:on --> {VALUE}"
    assert silenced(text) == [False, True, True, False]
    assert silenced(f"# govredact:off\n{VALUE}") == [True]
    assert silenced(f"# govredact:off=QQ\n{VALUE}\n# govredact:off=CN_MOBILE\n{VALUE}") == [False, True]
    assert silenced(f"# govredact:on\n{VALUE}") == [False]


def test_a_value_over_two_lines_may_have_the_comment_on_either() -> None:
    for text in ("138001 # govredact:allow\n38000", "138001\n38000 # govredact:allow"):
        assert InlineIgnores.parse(text).filter_for(0, text.index("38000", 5) + 5, "CN_MOBILE") == "inline"


def test_a_finding_about_many_lines_is_not_silenced_by_one_of_them() -> None:
    text = "张伟\n李四 # govredact:allow\n王五"
    assert InlineIgnores.parse(text).filter_for(0, len(text), "AGGREGATION") == ""


@pytest.mark.parametrize(
    "entity", ["CLASSIFICATION_MARK", "INTERNAL_MARK", "PAGE_HIJACK", "HIDDEN_LINK", "HIDDEN_CONTENT", "FAKE_REDACTION", "DISCLOSURE_MARK"]
)
def test_secrets_tampering_and_hidden_text_are_never_silenced(entity: str) -> None:
    assert not may_silence(entity)
    assert silenced(f"{VALUE} # govredact:allow", entity) == [False]
    assert silenced(f"# govredact:off\n{VALUE} # govredact:allow={entity}", entity) == [False]


def test_blocks_are_never_silenced_whatever_the_entity() -> None:
    assert silenced(f"{VALUE} # govredact:allow", "KEYWORD") == [True]
    assert silenced(f"{VALUE} # govredact:allow", "KEYWORD", action="block") == [False]
    assert silenced(f"{VALUE} # govredact:allow", "KEYWORD", category="secrecy") == [False]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("# govredact:alow", "alow"),
        ("# govredact:allowed", "allowed"),
        ("# govredact:allow=CN_MOBIL", "CN_MOBIL"),
        ("# govredact:allow=", ""),
        ("# govredact:allow-next-lines", "allow-next-lines"),
    ],
)
def test_a_mistake_silences_nothing_and_is_told(text: str, word: str) -> None:
    ignores = InlineIgnores.parse(f"\n{VALUE} {text}")
    assert silenced(f"{VALUE} {text}") == [False]
    assert ignores.problems == (Problem(2, word),)


def test_the_mark_inside_a_word_is_no_directive() -> None:
    assert silenced(f"{VALUE} mygovredact:allow") == [False]
    assert InlineIgnores.parse("a govredact: allow").silences == ()


def test_ignores_are_picklable_and_empty_ones_are_shared() -> None:
    ignores = InlineIgnores.parse(f"{VALUE} # govredact:allow")
    assert pickle.loads(pickle.dumps(ignores)) == ignores
    assert InlineIgnores.parse("a") is InlineIgnores.parse("b")


@given(
    st.lists(st.sampled_from(["govredact:", "allow", "-next-line", "off", "on", "=", "QQ", ",", " ", "\n", "\r", "-->", "张"])).map("".join)
)
def test_no_text_breaks_the_parser_and_silences_lie_inside(text: str) -> None:
    for silence in InlineIgnores.parse(text).silences:
        assert 0 <= silence.start <= silence.end <= len(text)
