"""Reading a part as a string sees every text, attribute and comment that an XML parser sees, and changes nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from govredact.documents.ooxml import attributes, markup
from govredact.errors import CorruptDocumentError, SpanConflictError
from govredact.models import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = st.text(
    st.sampled_from("甲1 380&<>\"'=\n\r\tx/!-?]") | st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=8
)
NAME = st.sampled_from(("a", "w:p", "w:t", "x.y", "c"))


def reference(char: str) -> str:
    return f"&#{ord(char)};" if ord(char) % 2 else f"&#x{ord(char):X};"


@st.composite
def attribute(draw: st.DrawFn, name: str) -> str:
    quote = draw(st.sampled_from("\"'"))
    value = escape(draw(TEXT), {quote: "&quot;" if quote == '"' else "&apos;"})
    if draw(st.booleans()):
        value = value.replace("&gt;", ">")
    return f" {name}{draw(st.sampled_from(('=', ' = ')))}{quote}{value}{quote}"


@st.composite
def content(draw: st.DrawFn) -> str:
    kind = draw(st.integers(0, 5))
    text = draw(TEXT)
    if kind == 0:
        return f"<!--{text.replace('-', '')}-->"
    if kind == 1:
        return f"<?note {text.replace('?', '')}?>"
    if kind == 2:
        return f"<![CDATA[{text.replace(']', '')}]]>"
    if kind == 3:
        return "".join(map(reference, text))
    return escape(text)


@st.composite
def element(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    name = draw(NAME)
    said = "".join(draw(attribute(word)) for word in draw(st.sets(st.sampled_from(("w:val", "b", "c-d")))))
    body = "".join(draw(st.lists(inner | content(), max_size=4)))
    return f"<{name}{said}>{body}</{name}>" if body or draw(st.booleans()) else f"<{name}{said}/>"


DOCUMENT = st.recursive(content(), element, max_leaves=12).flatmap(lambda inner: element(st.just(inner)))


def leaves(read: markup.Markup) -> Iterator[tuple[int, str]]:
    yield from markup.loose_texts(read.text, 0, len(read.text))
    yield from ((found.offset, found.value) for found in attributes.sweep(read.text, 0, len(read.text)))
    yield from read.asides


def parsed(data: bytes) -> Iterator[str]:
    for node in etree.fromstring(data).getroottree().getroot().iter():
        yield f"{node.target if node.tag is etree.PI else ''}{node.text or ''}"
        yield node.tail or ""
        if isinstance(node.tag, str):
            yield from (value for value in node.attrib.values() if attributes.telling(value))


@settings(deadline=None, max_examples=150)
@given(DOCUMENT)
def test_every_text_that_a_parser_sees_is_a_leaf(body: str) -> None:
    data = f'<r xmlns:w="u">{body}</r>'.encode()
    seen = ["".join(text.split()) for text in parsed(data)]
    found = ["".join(text.split()) for _, text in leaves(markup.read(data))]
    assert sorted("".join(found)) == sorted("".join(seen))
    assert all(any(text in other for other in seen) for text in found)


@settings(deadline=None, max_examples=100)
@given(DOCUMENT, st.data())
def test_an_edit_changes_its_leaf_and_nothing_else(body: str, data: st.DataObject) -> None:
    content = f'<r xmlns:w="u">{body}</r>'.encode()
    every = [leaf for leaf in leaves(markup.read(content)) if leaf[1]]
    if not every:
        return
    offset, text = data.draw(st.sampled_from(every))
    changed = markup.edited(content, {str(offset): [Edit(("p", str(offset)), 0, len(text), "*" * len(text))]})
    before, after = dict(every), leaves(markup.read(markup.edited(content, {})))
    del before[offset]
    assert sorted(text for _, text in after if text) == sorted([*before.values(), text])
    left = sorted(value for _, value in leaves(markup.read(changed)) if value)
    assert [value for value in left if set(value) != {"*"} and value != "removed"] == sorted(
        value for value in before.values() if set(value) != {"*"}
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "gb18030"])
def test_other_encodings_are_read(encoding: str) -> None:
    declared = {"utf-16": "UTF-16", "utf-8-sig": "UTF-8", "gb18030": "GB18030"}[encoding]
    data = f'<?xml version="1.0" encoding="{declared}"?><a><t>电话13800138000</t></a>'.encode(encoding)
    assert [text for _, text in leaves(markup.read(data))] == ["电话13800138000"]


@pytest.mark.parametrize(
    "data", [b"", b"<a>", b"<a></b>", b"\xff", b"<a b=c/>", b"<a/><b/>", b"<!DOCTYPE a><a/>", b"<a>&x;</a>", b"<a>\x00</a>"]
)
def test_what_is_no_markup_is_damage(data: bytes) -> None:
    with pytest.raises(CorruptDocumentError):
        markup.read(data)


@pytest.mark.parametrize("key", ["", "0", "1", "99", "x", "3"])
def test_a_leaf_that_is_not_there_is_refused(key: str) -> None:
    with pytest.raises(SpanConflictError):
        markup.edited(b"<ab>1</ab>", {key: [Edit("x", 0, 1, "*")]})


def test_a_tag_with_very_many_attributes_is_read_in_one_pass() -> None:
    data = ("<a " + " ".join(f'b{number}="{13800000000 + number}"' for number in range(100_000)) + "/>").encode()
    found = list(attributes.sweep(markup.read(data).text, 0, len(data)))
    assert [found[0][1:], found[-1][1:], len(found)] == [("a", "b0", "13800000000"), ("a", "b99999", "13800099999"), 100_000]
