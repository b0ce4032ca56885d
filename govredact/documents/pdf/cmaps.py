"""CMaps (ISO 32000-2, 9.7.5 and 9.10.3): which bytes of a string are one code, its CID, and its text.

Predefined CMaps and the Unicode of the Adobe character collections come from the data that pdfminer.six ships; they are
loaded on first need. Codes are kept as the bytes that stand in the file, so that what is kept can be written back as it was.
"""

from __future__ import annotations

import re
from functools import lru_cache

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

# More entries than any real CMap has; a file that claims more is not believed beyond them.
_MOST_ENTRIES = 300_000
_LEAD = 0x81
_SECTION = re.compile(rb"begin(codespacerange|bfchar|bfrange|cidchar|cidrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|(-?[0-9]+)|/([^\s<>\[\]()/%]+)")
_USES = re.compile(rb"/([^\s/]+)\s+usecmap")
_VERTICAL = re.compile(rb"/WMode\s+1\b")
# CMaps whose codes are Unicode themselves.
_LEADS = frozenset(range(0xD8, 0xDC))
_UNICODE_CODES = {"UCS2": "utf-16-be", "UTF16": "utf-16-be", "UTF8": "utf-8", "UTF32": "utf-32-be"}

Token = bytes | int | str


class CMap(NamedTuple):
    """``lengths`` of codes in bytes, ascending; ``cids`` and ``texts`` by code; ``vertical`` writing; ``trie`` of a predefined CMap."""

    lengths: tuple[int, ...]
    cids: dict[bytes, int]
    texts: dict[bytes, str]
    vertical: bool
    trie: dict[int, Any] | None = None
    encoding: str = ""

    def split(self, data: bytes) -> list[bytes]:
        """``data`` cut into codes; a code that is not known takes the shortest length."""
        if self.encoding:
            if self.encoding == "utf-16-be" and _LEADS.isdisjoint(data[::2]):
                return [data[i : i + 2] for i in range(0, len(data), 2)]
            return list(_unicode_codes(data, self.encoding))
        if self.trie is not None:
            return list(_walk(self.trie, data))
        if len(self.lengths) == 1:
            size = self.lengths[0]
            return [data[i : i + size] for i in range(0, len(data), size)]
        return list(self._by_longest(data))

    def _by_longest(self, data: bytes) -> Iterator[bytes]:
        position = 0
        while position < len(data):
            size = next((n for n in self.lengths if data[position : position + n] in self.cids), self.lengths[0])
            yield data[position : position + size]
            position += size

    def cid(self, code: bytes) -> int:
        """The CID of ``code``; 0 where it has none."""
        node: Any = self.trie
        if node is None:
            return self.cids.get(code, 0)
        for byte in code:
            node = node.get(byte) if isinstance(node, dict) else None
        return node if isinstance(node, int) else 0

    def text(self, code: bytes) -> str:
        """The text that the CMap itself gives ``code``; "" where it gives none."""
        if self.encoding:
            return code.decode(self.encoding, "ignore")
        return self.texts.get(code, "")


class Identity(NamedTuple):
    """Identity-H and Identity-V: two bytes are the CID."""

    vertical: bool

    def split(self, data: bytes) -> list[bytes]:
        """``data`` in pieces of two bytes."""
        return [data[i : i + 2] for i in range(0, len(data), 2)]

    def cid(self, code: bytes) -> int:
        """The code as a number."""
        return int.from_bytes(code, "big")

    def text(self, code: bytes) -> str:
        """Nothing: only the font knows."""
        return ""


def parse(data: bytes) -> CMap:
    """An embedded CMap or ToUnicode CMap; what does not parse is left out, since a glyph without text is reported as a gap."""
    cids: dict[bytes, int] = {}
    texts: dict[bytes, str] = {}
    lengths: set[int] = set()
    base = _USES.search(data)
    used = predefined(base[1].decode("latin-1")) if base else None
    for section in _SECTION.finditer(data):
        tokens = list(_tokens(section[2]))
        if section[1] == b"codespacerange":
            lengths.update(len(token) for token in tokens if isinstance(token, bytes) and token)
        elif section[1].startswith(b"bf"):
            _add_texts(texts, tokens, ranges=section[1] == b"bfrange")
        else:
            _add_cids(cids, tokens, ranges=section[1] == b"cidrange")
        if len(cids) + len(texts) > _MOST_ENTRIES:
            break
    trie = used.trie if isinstance(used, CMap) and not cids else None
    return CMap(tuple(sorted(lengths)) or (2,), cids, texts, bool(_VERTICAL.search(data)), trie)


@lru_cache(maxsize=16)
def predefined(name: str) -> CMap | Identity | None:
    """The CMap that ISO 32000 predefines under ``name``; None where it is not known."""
    if name in ("Identity-H", "Identity-V"):
        return Identity(name.endswith("V"))
    from pdfminer.cmapdb import CMapDB

    try:
        found = CMapDB.get_cmap(name)
    except (CMapDB.CMapNotFound, OSError, ValueError):
        return None
    trie = getattr(found, "code2cid", None)
    if not isinstance(trie, dict):
        return None
    encoding = next((codec for key, codec in _UNICODE_CODES.items() if key in name), "")
    return CMap((2,), {}, {}, name.endswith("-V") or name == "V", trie, encoding)


@lru_cache(maxsize=8)
def collection(name: str, vertical: bool = False) -> dict[int, str]:
    """CID to text of a character collection such as ``Adobe-GB1``; empty where it is not known.

    ``vertical`` reads the rotated forms of punctuation as what they stand for.
    """
    from pdfminer.cmapdb import CMapDB

    try:
        return dict(CMapDB.get_unicode_map(name, vertical).cid2unichr)
    except (CMapDB.CMapNotFound, OSError, ValueError):
        return {}


def _walk(trie: dict[int, Any], data: bytes) -> Iterator[bytes]:
    start, node = 0, trie
    for position, byte in enumerate(data):
        if position < start:
            continue
        below = node.get(byte)
        if isinstance(below, dict) and position + 1 < len(data):
            node = below
            continue
        # A lead byte of two that begins no known code still takes its second byte with it.
        end = position + 1 + (node is trie and below is None and byte >= _LEAD)
        yield data[start:end]
        start, node = end, trie


def _unicode_codes(data: bytes, encoding: str) -> Iterator[bytes]:
    position = 0
    while position < len(data):
        lead = data[position]
        if encoding == "utf-16-be":
            size = 4 if 0xD8 <= lead <= 0xDB else 2
        elif encoding == "utf-8":
            size = 1 + (lead >= 0xC0) + (lead >= 0xE0) + (lead >= 0xF0)
        else:
            size = 4
        yield data[position : position + size]
        position += size


def _tokens(body: bytes) -> Iterator[Token]:
    for match in _TOKEN.finditer(body):
        if match[1] is not None:
            digits = b"".join(match[1].split())
            yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        elif match[4] is not None:
            yield int(match[4][:12])
        else:
            yield match[0].decode("latin-1")


def _text(token: Token) -> str:
    if isinstance(token, bytes):
        # One byte is a code point of its own in many sloppy files.
        text = chr(token[0]) if len(token) == 1 else token.decode("utf-16-be", "ignore")
        return "" if text.strip("\0\ufffd") == "" and not text.isspace() else text
    return ""


def _codes(low: bytes, high: bytes) -> Iterator[bytes]:
    first, last = int.from_bytes(low, "big"), int.from_bytes(high, "big")
    for number in range(first, min(last, first + 0xFFFF) + 1):
        yield number.to_bytes(len(low), "big")


def _add_texts(texts: dict[bytes, str], tokens: list[Token], *, ranges: bool) -> None:
    position = 0
    while position + 1 + ranges < len(tokens) and len(texts) <= _MOST_ENTRIES:
        low, high = tokens[position], tokens[position + ranges]
        target = tokens[position + 1 + ranges]
        position += 2 + ranges
        if not isinstance(low, bytes) or not isinstance(high, bytes):
            continue
        if target == "[":
            listed = []
            while position < len(tokens) and tokens[position] != "]":
                listed.append(tokens[position])
                position += 1
            texts.update((code, _text(token)) for code, token in zip(_codes(low, high), listed, strict=False))
            position += 1
        else:
            _add_row(texts, low, high, _text(target))


def _add_row(texts: dict[bytes, str], low: bytes, high: bytes, text: str) -> None:
    if not text:
        return
    head, last = text[:-1], ord(text[-1])
    for step, code in enumerate(_codes(low, high)):
        if last + step > 0x10FFFF:
            break
        texts[code] = head + chr(last + step)


def _add_cids(cids: dict[bytes, int], tokens: list[Token], *, ranges: bool) -> None:
    size = 3 if ranges else 2
    for position in range(0, len(tokens) - size + 1, size):
        low, high, cid = tokens[position], tokens[position + ranges], tokens[position + size - 1]
        if not isinstance(low, bytes) or not isinstance(high, bytes) or not isinstance(cid, int) or len(cids) > _MOST_ENTRIES:
            continue
        cids.update((code, cid + step) for step, code in enumerate(_codes(low, high)))
