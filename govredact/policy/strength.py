"""How many values a mask operator leaves for the usual shape of its entity (DOMAIN section 3).

A policy whose operator leaves fewer than 5,000 is refused: somebody could try them all. Check digits count as visible
where they are visible. Shapes that vary are counted in their usual length; the operator itself looks at each value again.
"""

from __future__ import annotations

from govredact.numbers import candidates
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.policy.specs import OperatorSpec

FEWEST = candidates.MIN_CANDIDATES
# A synthetic number of the usual kind, for counting only; the year is fixed, so that a policy does not depend on today.
_SAMPLE_ID = "330106197806080022"
_SAMPLE_ID_15 = "330106780608002"
_COUNTED_TO = 2026
_RESIDENT = frozenset({"CN_RESIDENT_ID", "CN_DISABILITY_ID", "WEAK_MASK"})
_GIVEN_NAME = 1_000  # characters that are common in given names

# The usual shape: d a digit, a letter or digit (37 with the signs of mailboxes) a, a character of a plate p, a Chinese one h.
_SHAPES = {
    "CN_HMT_RESIDENCE_PERMIT": "ffffffbbbbbbbbdddc",
    "CN_FOREIGNER_ID": "fddfffbbbbbbbbdddc",
    "CN_HKM_PERMIT": "fdddddddd",
    "CN_TW_PERMIT": "dddddddd",
    "CN_PASSPORT": "fdddddddd",
    "CN_MILITARY_ID": "fffddddddd",
    "CN_STUDENT_ID": "fffffffbbbbbbbbdddc",
    "CN_SOCIAL_SECURITY_CARD": "fdddddddd",
    "CN_DRIVER_LICENCE": "ffffdddddddd",
    "CN_MOBILE": "fffdddddddd",
    "CN_LANDLINE": "ffffddddddd",
    "BANK_CARD": "ffffffdddddddddc",
    "BANK_ACCOUNT": "ddddddddddd",
    "BIRTH_DATE": "bbbbbbbb",
    "EMAIL": "aaaaaa",
    "QQ": "ddddddddd",
    "WECHAT": "aaaaaaaaa",
    "CN_VEHICLE_PLATE": "ffppppp",
    "VIN": "pppppppppppdddddd",
    "MEDICAL_RECORD_NO": "dddddddd",
    "EXAM_NO": "fffffddddddd",
    "HOUSEHOLD_NO": "ddddddddd",
    "PROPERTY_NO": "ddddddd",
    "PERSON": "hhh",
}
# What one hidden character is worth. f is fixed or easily known; b is part of a date; c is a check character.
_WORTH = {"f": 1, "d": 10, "a": 37, "p": 34, "h": _GIVEN_NAME, "b": 1, "c": 1}


def remaining(entity: str, operator: OperatorSpec) -> int | None:
    """How many values ``operator`` leaves for ``entity``; ``None`` where it leaves enough by its nature or nothing can be counted."""
    if operator.name != "mask" or operator.args[0] in ("fully", "surname"):
        return None
    head, tail = _visible(operator.args)
    if entity in _RESIDENT:
        return _resident(head, tail)
    shape = _SHAPES.get(entity)
    return None if shape is None else _shaped(shape, head, tail)


def beside_birth_date(operator: OperatorSpec) -> int | None:
    """How many ID numbers ``operator`` leaves where the row shows the whole birth date; ``None`` as for ``remaining``."""
    if operator.name != "mask" or operator.args[0] in ("fully", "surname"):
        return None
    return _count(_SAMPLE_ID, *_visible(operator.args), birth=(1978, 6, 8))


def _visible(args: tuple[str, ...]) -> tuple[int, int]:
    head, tail = args
    return (4 if head == "area" else int(head)), (0 if tail == "domain" else int(tail))


def _resident(head: int, tail: int) -> int:
    first = _count(_SAMPLE_ID, head, tail)
    return first if first < FEWEST else min(first, _count(_SAMPLE_ID_15, head, tail))


def _count(sample: str, head: int, tail: int, birth: tuple[int, ...] | None = None) -> int:
    hidden = len(sample) - head - tail
    if hidden <= 0:
        return 1
    pattern = sample[:head] + candidates.HIDDEN * hidden + sample[len(sample) - tail :]
    return candidates.resident_id_candidates(pattern, birth=birth, as_of_year=_COUNTED_TO)


def _shaped(shape: str, head: int, tail: int) -> int:
    hidden = shape[head : max(head, len(shape) - tail)]
    count = _dates(shape, hidden)
    for kind in hidden:
        count *= _WORTH[kind]
    if "c" in shape and "c" not in hidden:
        count //= 11 if "b" in shape else 10
    return max(count, 1)


def _dates(shape: str, hidden: str) -> int:
    """Birth dates behind the hidden part of a date; exact where it is hidden or shown whole, else a lower bound."""
    whole, parts = shape.count("b"), hidden.count("b")
    if not parts:
        return 1
    years = _COUNTED_TO - candidates.FIRST_BIRTH_YEAR + 1
    return years * 365 if parts == whole else min(10 ** (parts // 2), 365)
