"""What a detector is: a name, the entities it yields, what wakes it up, and examples it must pass.

A module of this package that defines ``DETECTOR`` is a detector; nothing else has to be registered. Triggers:

- ``digits``: lengths of runs of digits (see ``context.runs``); ``tokens``: lengths of plain runs that hold letters too.
  Both call ``on_run(scan, run)``, which returns one Candidate or None.
  Under a label of one of its ``labels`` a detector is asked before the others, and if it finds something they are not
  asked at all; with ``labelled_only`` it is asked nowhere else (an account number has no form of its own).
- ``fields``: label fields; ``on_value(scan, value)`` is called for each value of such a label.
- ``anchors``: strings searched together with labels and keywords; ``on_anchor(scan, start, end)``.
- ``pattern``: a cheap regular expression over the whole text; ``on_match(scan, match)``. No look-behind at its beginning
  and a rare first character, or the scan slows down for everybody.
- ``on_passage(scan)``: called once a passage (keyword hits and the like).
- ``observations``: kinds of what documents know without reading language (hidden text, an author); ``on_observation(observation)``
  returns one Candidate over its text, or None. Such a detector has no examples in text.
- ``on_settled(scan, candidates)``: record scope; called once a passage with what was settled in it (rows, sentences: who is a minor,
  what is tied to a person).
- ``on_document(whole)``: document scope; called once a document when all its passages are settled; yields (place, candidate), where the
  place is the ``Page`` or the ``Observation`` of ``whole`` that the candidate lies in.
  Candidates of these two scopes are added and settled with the others; one with the start, end and entity of a settled candidate
  takes its place (to give it a role, say).
- ``needs``: ``on_settled`` and ``on_document`` are asked only where one of these was found: an entity that was settled in the passage
  (in the document), or a kind of observation. So a text that has none does not import the module. Without ``needs`` they are always asked.
"""

from __future__ import annotations

from functools import lru_cache

from govredact.models import BLOCKER, CHECK, FORM, LABEL
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

__all__ = ["BLOCKER", "CHECK", "FORM", "LABEL", "PHONE_KEYS", "THINGS", "Detector", "Example", "in_identifier", "is_quantity", "reasons"]

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Sequence

    from govredact.context.runs import Run
    from govredact.context.scan import Scan, Value
    from govredact.context.whole import Page, Whole
    from govredact.models import Candidate, Observation


class Example(NamedTuple):
    """A text and the value that must be found in it."""

    text: str
    value: str
    entity: str = ""


class Detector(NamedTuple):
    """One kind of value; see the module text for the triggers."""

    name: str
    entities: tuple[str, ...]
    source: str
    found: tuple[Example, ...]
    clean: tuple[str, ...]
    digits: frozenset[int] = frozenset()
    tokens: frozenset[int] = frozenset()
    on_run: Callable[[Scan, Run], Candidate | None] | None = None
    labels: frozenset[str] = frozenset()
    labelled_only: bool = False
    fields: frozenset[str] = frozenset()
    on_value: Callable[[Scan, Value], Iterable[Candidate]] | None = None
    anchors: tuple[str, ...] = ()
    on_anchor: Callable[[Scan, int, int], Iterable[Candidate]] | None = None
    pattern: str = ""
    on_match: Callable[[Scan, re.Match[str]], Iterable[Candidate]] | None = None
    on_passage: Callable[[Scan], Iterable[Candidate]] | None = None
    observations: frozenset[str] = frozenset()
    on_observation: Callable[[Observation], Candidate | None] | None = None
    on_settled: Callable[[Scan, Sequence[Candidate]], Iterable[Candidate]] | None = None
    needs: frozenset[str] = frozenset()
    on_document: Callable[[Whole], Iterable[tuple[Page | Observation, Candidate]]] | None = None


# Fields whose values are numbers of things, not of people: a bare run under such a label is no finding.
THINGS = frozenset({"OTHER_NO", "AMOUNT", "COUNT", "AREA", "DATE", "POSTCODE", "DOC_NO", "SCORE", "USCC", "INCOME", "FAMILY_SIZE"})

_UNITS = "元万亿次人户件个条份吨亩米㎡m²%％℃岁年月日号楼名套辆台平公千里级分页篇册字"
# Units whose first sign begins other words as well (立即), and units after a space.
_LONG_UNIT = lazy.compile(
    " ?(?:立方|(?:[kKMGT]?[Bb]ytes?|[KMG]B|k[Ww]h?)(?![A-Za-z]))| [百千万亿]{0,2}(?:元|吨|公里|平方米|公顷|千瓦时|人次|[人户][，。；、])"
)


PHONE_KEYS = ("tel=", "phone=", "mobile=", "://tel:", "phone_no=", "phoneno=", "number=")
VALUE_KEYS = (*PHONE_KEYS, "id=", "idcard=", "sfzh=", "card=", "no=")


def is_quantity(scan: Scan, start: int, end: int) -> bool:
    """Whether a unit or currency sign makes the run an amount or a count (13512345678次, ¥13800138000)."""
    text = scan.text
    if (end < len(text) and text[end] in _UNITS) or (start > 0 and text[start - 1] in "¥￥$第№"):
        return True
    return _LONG_UNIT.match(text, end) is not None


def in_identifier(scan: Scan, start: int, end: int, keys: tuple[str, ...] = VALUE_KEYS) -> bool:
    """Whether the run is part of a page id, path, address on the web, version or index number (t2017_337822, a/138….html).

    After one of the ``keys`` of a query (idcard=…) it is a value and no part of an identifier.
    """
    text = scan.text
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in "_/=&#%@" and (before != "/" or (text[start - 2 : start - 1] != "" and text[start - 2] in _URL_CHARS)):
        return not text[max(0, start - 8) : start].lower().endswith(keys)
    beyond = text[end + 1 : end + 2]
    return after in ("_", "@") or (after == "/" and beyond.isdigit()) or (after == "." and beyond.isascii() and beyond.isalpha())


_URL_CHARS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./_-"


_KINDS = {"column": "column:", "left": "label_left:", "line": "label_above:", "after": "label_after:"}


# There are few of them and a great many candidates: equal reasons are one tuple.
@lru_cache(1024)
def reasons(*parts: str, label: str = "", via: str = "") -> tuple[str, ...]:
    """Machine-readable reasons, the label last: ``("check_digit", "label:身份证号")`` or ``"column:身份证号"``."""
    return (*parts, _KINDS.get(via, "label:") + label) if label else parts
