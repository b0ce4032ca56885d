"""Patterns of the user: a TOML file of regular expressions that become detectors, run by ``regex`` with its timeout.

    [[pattern]]
    name = "staff_no"                  # letters, digits, _ and -
    pattern = "工号[:：]?(?P<value>GH[0-9]{6})"   # the group "value", where there is one, is what is found
    validator = "none"                 # bank_card, luhn, mobile, resident_id, uscc, vin
    entity = "KEYWORD"                 # any of `govredact list entities`
    action = "review"                  # default: the entity's
    severity = "medium"
    found = ["工号：GH123456", {text = "GH000001，工号GH123456", value = "GH123456"}]
    clean = ["工号待定"]

The examples must hold, or the file does not load. A pattern reads normalised text (full-width letters and digits folded).
"""

from __future__ import annotations

from govredact.detectors.base import BLOCKER, LABEL, Detector, Example
from govredact.entities import ENTITIES
from govredact.errors import PatternError, PluginError
from govredact.models import ACTIONS, SEVERITIES, Candidate
from govredact.numbers import bank_card, phone, resident_id, uscc, vin
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from govredact.context.scan import Scan

SECONDS = 0.5  # for a passage; a longer one gets as much for each million characters
_CHARACTERS = 1_000_000
_NAME = lazy.compile("[A-Za-z0-9_-]{1,60}")
_SEPARATORS = lazy.compile("[\\s\\-.·]+")

VALIDATORS: dict[str, Callable[[str], bool]] = {
    "none": lambda _: True,
    "bank_card": bank_card.is_valid,
    "luhn": bank_card.luhn_holds,
    "mobile": phone.is_mobile,
    "resident_id": resident_id.is_valid,
    "uscc": uscc.is_valid,
    "vin": vin.is_valid,
}
_CHOICES = {"validator": tuple(VALIDATORS), "entity": tuple(ENTITIES), "action": ACTIONS, "severity": SEVERITIES}
_DEFAULTS = {"validator": "none", "entity": "KEYWORD", "action": "", "severity": ""}
_KEYS = ("name", "pattern", *_DEFAULTS, "found", "clean")


class UserPattern(NamedTuple):
    """One pattern of a file, checked and compiled (``expression`` is a pattern of the ``regex`` module)."""

    name: str
    expression: Any
    validator: str
    entity: str
    action: str
    severity: str

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """The spans of all valid matches in ``text``; TimeoutError when they take longer than ``SECONDS`` for a million characters."""
        group = "value" if "value" in self.expression.groupindex else 0
        valid = VALIDATORS[self.validator]
        for match in self.expression.finditer(text, timeout=SECONDS * max(1.0, len(text) / _CHARACTERS)):
            start, end = match.span(group)
            if end > start and valid(_SEPARATORS.sub("", text[start:end]).upper()):
                yield start, end

    def find(self, scan: Scan) -> Iterable[Candidate]:
        """The candidates of a passage; PluginError naming the pattern when it takes too long."""
        rank = BLOCKER if (self.action or ENTITIES[self.entity].action) == "allow" else LABEL
        why = (f"pattern:{self.name}", *((f"validator:{self.validator}",) if self.validator != "none" else ()))
        try:
            spans = list(self.spans(scan.text))
        except TimeoutError:
            message = f"user pattern {self.name!r} took too long on one passage; make it simpler"
            raise PluginError(message, kind="slow_pattern", pattern=self.name) from None
        return [Candidate(s, e, self.entity, 0.9, why, f"user:{self.name}", rank, "", self.action, self.severity) for s, e in spans]


def load(path: str) -> list[Detector]:
    """The detectors for the patterns in the TOML file ``path``.

    PatternError (with ``path`` and ``pattern``) for a file that cannot be read, an unknown key or value, an expression that
    does not compile, and an example that does not hold.
    """
    names: set[str] = set()
    detectors = []
    for number, row in enumerate(_rows(path), 1):
        name = row.get("name")
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            message = f"{path}: pattern {number} needs a name of letters, digits, _ and -"
            raise PatternError(message, kind="name", path=path, pattern=str(number))
        if name in names:
            raise _error("name_twice", path, name, "the name is used twice")
        names.add(name)
        detectors.append(_detector(path, name, row))
    return detectors


def _rows(path: str) -> list[dict[str, Any]]:
    import tomllib

    try:
        with open(path, "rb") as file:
            data = tomllib.load(file)
    except OSError as error:
        message = f"cannot read the patterns {path}: {error.strerror or type(error).__name__}"
        raise PatternError(message, kind="unreadable", path=path, pattern="") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PatternError(f"{path} is not valid TOML: {error}", kind="not_toml", path=path, pattern="") from None
    rows = data.pop("pattern", [])
    if data or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise PatternError(f"{path}: a file of patterns holds [[pattern]] tables only", kind="tables", path=path, pattern="")
    return rows


def _detector(path: str, name: str, row: dict[str, Any]) -> Detector:
    for key in row:
        if key not in _KEYS:
            raise _error("key", path, name, f"unknown key {key!r}{_suggestion(key, _KEYS)}", key=key)
    options = {key: _choice(path, name, key, row.get(key, default)) for key, default in _DEFAULTS.items()}
    pattern = UserPattern(name, _compiled(path, name, row.get("pattern")), **options)
    found, clean = _found(path, name, row.get("found", [])), _clean(path, name, row.get("clean", []))
    _prove(path, pattern, found, clean)
    return Detector(f"user:{name}", (pattern.entity,), path, found, clean, on_passage=pattern.find)


def _choice(path: str, name: str, key: str, value: object) -> str:
    if value == _DEFAULTS[key] or value in _CHOICES[key]:
        return str(value)
    raise _error("value", path, name, f"unknown {key} {value!r}{_suggestion(str(value), _CHOICES[key])}", key=key)


def _compiled(path: str, name: str, pattern: object) -> Any:
    import regex

    if not isinstance(pattern, str) or not pattern:
        raise _error("no_pattern", path, name, "the key 'pattern' is missing or no text")
    try:
        return regex.compile(pattern)
    except regex.error as error:
        raise _error("compile", path, name, f"the pattern does not compile: {error}") from None


def _found(path: str, name: str, rows: object) -> tuple[Example, ...]:
    """Examples as ``Example``; the value is empty where the file names only the text."""
    examples = []
    for row in rows if isinstance(rows, list) else [None]:
        example = {"text": row} if isinstance(row, str) else row
        if (
            not isinstance(example, dict)
            or not {"text"} <= set(example) <= {"text", "value"}
            or not all(isinstance(v, str) for v in example.values())
        ):
            raise _error("found_form", path, name, "'found' is a list of texts, or of tables with text and value")
        examples.append(Example(example["text"], example.get("value", "")))
    return tuple(examples)


def _clean(path: str, name: str, rows: object) -> tuple[str, ...]:
    if not isinstance(rows, list) or not all(isinstance(row, str) for row in rows):
        raise _error("clean_form", path, name, "'clean' is a list of texts")
    return tuple(rows)


def _prove(path: str, pattern: UserPattern, found: tuple[Example, ...], clean: tuple[str, ...]) -> None:
    """PatternError unless the pattern finds what it should, leaves alone what it should, and needs more than nothing to match."""
    try:
        if pattern.expression.match("", timeout=SECONDS):
            raise _error("matches_empty", path, pattern.name, "the pattern matches the empty text")
        for number, example in enumerate(found, 1):
            values = [example.text[start:end] for start, end in pattern.spans(example.text)]
            if not values or (example.value and example.value not in values):
                raise _error("not_found", path, pattern.name, f"it does not find its example {number} of 'found'", number=number)
        for number, text in enumerate(clean, 1):
            if any(True for _ in pattern.spans(text)):
                raise _error("not_clean", path, pattern.name, f"it finds something in example {number} of 'clean'", number=number)
    except TimeoutError:
        raise _error("slow_examples", path, pattern.name, "it takes too long on its own examples; make it simpler") from None


def _error(kind: str, path: str, name: str, problem: str, **params: object) -> PatternError:
    return PatternError(f"{path}: pattern {name!r}: {problem}", kind=kind, path=path, pattern=name, **params)


def _suggestion(word: str, known: Iterable[str]) -> str:
    import difflib  # only needed to help after a mistake

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(sorted(known))}" if len(list(known)) < 12 else ""
