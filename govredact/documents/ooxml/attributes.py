"""Attributes of a part that could say something: one pass in C over all values, a second only where one does."""

from __future__ import annotations

import re

from govredact.documents.ooxml.markup import unescape_value
from govredact.documents.ooxml.names import local_name
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_VALUES = re.compile('=\\s*"([^"<>]*)"')
# Colours and session numbers (17.15.1.72) fill every style and paragraph, and are too short or not made to be anything else.
_FILLER = re.compile("[0-9A-F]{6}|00[0-9A-F]{6}")
_TAG = re.compile(r"<(?:[^\s<>/:]+:)?([^\s<>/]+)")
# Attributes that programs fill with random or standard values; the rest is swept if it could say something.
_NOISE = re.compile("rsid|paraId$|textId$|durableId$|nsid$|tmpl$|^Type$|^ContentType$|^uri$|^Requires$|^schemaLocation$")
# Elements whose value is a hexadecimal code of a fixed length by their schema.
_CODES = frozenset(("rsid", "rsidRoot", "nsid", "tmpl", "panose1", "sig", "latin", "ea", "cs"))
_CODE = re.compile("[0-9A-Fa-f]{8}|[0-9A-Fa-f]{20}")
_COLORED = frozenset(("color", "fill", "srgbClr", "lastClr"))
_COLOR = re.compile("[0-9A-Fa-f]{6}")
_STANDARD = ("http://schemas.", "http://purl.", "http://www.w3.org/", "application/", "urn:schemas-")
_PLAIN: set[str] = set()
_MOST_PLAIN = 50_000
# The words in English are those of watermarks that programs offer.
_TELLING = re.compile(
    r"[^\x00-\x7f]|[0-9]{5}|(?=(?:[A-Za-z]*[0-9]){3})[0-9A-Za-z]{8}|[@=]|://|[0-9][ .-][0-9]|[0-9]:[0-9A-Fa-f]{2}:|"
    r"(?i:confidential|top secret|internal use|official use|do not (?:copy|distribute)|\bdraft\b)"
)


class Attribute(NamedTuple):
    """An attribute: offset of its value, local names of its element and of itself, and what it says."""

    offset: int
    tag: str
    name: str
    value: str


def telling(value: str) -> bool:
    """Whether an attribute's value could say something that no program writes by itself."""
    return _TELLING.search(value) is not None and not value.startswith(_STANDARD)


def sweep(text: str, start: int, end: int, only_tags: bool = False) -> Iterator[Attribute]:
    """The attributes of ``text[start:end]`` that could say something, in order; with ``only_tags`` no text stands between the tags."""
    # Without texts, quotes stand around values only.
    values = text[start:end].split('"')[1::2] if only_tags else _VALUES.findall(text, start, end)
    wanted = _wanted(set(values))
    last, opened, inside = start, start, False
    for match in _VALUES.finditer(text, start, end) if wanted else ():
        if match[1] not in wanted:
            continue
        # The same writing may stand in a text, where it is read as such. Nothing is looked at twice, however long a tag is.
        tag = text.rfind("<", last, match.start())
        opened, inside = (tag, True) if tag >= 0 else (opened, inside)
        inside = inside and text.find(">", max(opened, last), match.start()) < 0
        if inside:
            name = text[max(opened, last) : match.start()].split()[-1]
            found = Attribute(match.start(1), _tag_at(text, opened), local_name(name), unescape_value(match[1]))
            if not _NOISE.search(found.name) and not _is_code(found):
                yield found
        last = match.end()


def _tag_at(text: str, offset: int) -> str:
    found = _TAG.match(text, offset)
    return found[1] if found else ""


def _wanted(values: set[str]) -> set[str]:
    """Those of the stored values that could say something; the others are remembered, for most come again in every file."""
    unknown = values - _PLAIN
    found = {raw for raw in unknown if not _FILLER.fullmatch(raw) and telling(unescape_value(raw))}
    if len(_PLAIN) > _MOST_PLAIN:
        _PLAIN.clear()
    _PLAIN.update(unknown - found)
    return found


def _is_code(found: Attribute) -> bool:
    if found.tag in _CODES and _CODE.fullmatch(found.value):
        return True
    return (found.tag in _COLORED or found.name in _COLORED) and _COLOR.fullmatch(found.value) is not None
