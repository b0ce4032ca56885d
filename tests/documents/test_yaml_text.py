import pytest
import yaml

from govredact.documents import open_document
from govredact.models import Edit


def masked(text, replacement="****", value="138"):
    edits, start = [], text.find(value)
    while start >= 0:
        edits.append(Edit(0, start, start + len(value), replacement))
        start = text.find(value, start + 1)
    return open_document(text.encode(), "a.yaml").write(edits).decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 138\n", {"a": "****"}),
        ("138: x\n", {"****": "x"}),
        ("- 138\n- x 138\n", ["****", "x ****"]),
        ("- - 138\n", [["****"]]),
        ("a: [138, {b: 138}, x]\n", {"a": ["****", {"b": "****"}, "x"]}),
        ("a: [\n  138,\n  x\n]\n", {"a": ["****", "x"]}),
        ("a:\n  138\n", {"a": "****"}),
        ("a: !!str 138\nb: &x 138\n", {"a": "****", "b": "****"}),
        ("a: \"138\"\nb: '138'\n", {"a": "****", "b": "****"}),
        ("a: |\n  138\n  k: 138\nb: 138\n", {"a": "****\nk: ****\n", "b": "****"}),
        ("- k: |\n    138\n  o: 138\n- >\n 138\n- 138\n", [{"k": "****\n", "o": "****"}, "****\n", "****"]),
        ("a: x\n  138\n", {"a": "x ****"}),
        ("a: 1 # 138\n", {"a": 1}),
        ("# 138\na: 1\n", {"a": 1}),
        ("a: 138\r\nb: 1\r\n", {"a": "****", "b": 1}),
    ],
)
def test_a_mask_that_would_read_as_markup_is_quoted(text, expected):
    assert yaml.safe_load(masked(text)) == expected


@pytest.mark.parametrize(
    ("text", "replacement", "expected"),
    [
        ("a: x138\n", "b: c", {"a": "xb: c"}),
        ("a: x138\n", " #", {"a": "x #"}),
        ("a: 138\n", "[略]", {"a": "[略]"}),
        ("a: it's 138\n", ": ", {"a": "it's : "}),
        ("a: [138, x]\n", "1,2", {"a": ["1,2", "x"]}),
        ('a: "138"\n', 'x"\\', {"a": 'x"\\'}),
        ("a: '138'\n", "it's", {"a": "it's"}),
        ("a: 138\n", "", {"a": None}),
    ],
)
def test_replacements_keep_their_meaning(text, replacement, expected):
    assert yaml.safe_load(masked(text, replacement)) == expected


def test_a_mask_that_is_safe_adds_no_quotes():
    assert masked("phone: 13800138000 # 本人\n", "138****8000", "13800138000") == "phone: 138****8000 # 本人\n"
