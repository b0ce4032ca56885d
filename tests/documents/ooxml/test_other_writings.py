"""The same package in other writings of its XML (quotes, prefixes, encodings, indents): nothing more is missed, nothing is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import sheet_places
import slide_places
import word_places
from lxml import etree
from packages import everything_in, package, parts_of

import govredact

if TYPE_CHECKING:
    from collections.abc import Callable

PLANTED = {"a.docx": (word_places.plant(), "w"), "a.xlsx": (sheet_places.plant(), "r"), "a.pptx": (slide_places.plant(), "a")}


def written_by(encoding: str) -> Callable[[bytes, str], bytes]:
    """As lxml writes a part in ``encoding``: double quotes, which nearly all programs use."""

    def rewrite(part: bytes, prefix: str) -> bytes:
        content: bytes = etree.tostring(etree.fromstring(part).getroottree(), encoding=encoding, xml_declaration=True, standalone=True)
        return content

    return rewrite


def with_another_prefix(part: bytes, prefix: str) -> bytes:
    """As programs write that number their namespaces."""
    text = re.sub(rf"(</?|\s){prefix}:", r"\1ns0:", written_by("UTF-8")(part, prefix).decode())
    return text.replace(f"xmlns:{prefix}=", "xmlns:ns0=").encode()


def indented(part: bytes, prefix: str) -> bytes:
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True))
    content: bytes = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return content


WRITINGS = {
    "double quotes": written_by("UTF-8"),
    "UTF-16": written_by("UTF-16"),
    "character references": written_by("us-ascii"),
    "another prefix": with_another_prefix,
    "indented": indented,
}


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


@pytest.mark.parametrize("name", PLANTED)
@pytest.mark.parametrize("writing", WRITINGS.values(), ids=WRITINGS)
def test_every_place_is_found_in_every_writing(engine: govredact.Engine, name: str, writing: Callable[[bytes, str], bytes]) -> None:
    planted, prefix = PLANTED[name]
    parts = parts_of(planted.data)
    data = package({part: writing(content, prefix) if part.endswith((".xml", ".rels")) else content for part, content in parts.items()})
    values = {re.sub(r"\D", "", finding.value) for finding in engine.scan_file(data, name).findings}
    # The comment of the archive is no part.
    missing = [place for place, number in planted.numbers.items() if not any(number in value for value in values)]
    assert missing in ([], ["archive comment"])
    left = everything_in(engine.mask_file(data, name).data)
    assert [(place, part) for place, number in planted.numbers.items() for part, text in left.items() if number in text] == []
