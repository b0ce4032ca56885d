"""How operators are written in a policy, and for which entities each of them makes sense.

=====================  ====================================================================================
``mask 3+4``           the first 3 and last 4 significant characters stay; 0 is allowed
``mask area+2``        landlines: the area code and the last 2 digits stay
``mask 1+domain``      mailboxes: the first character and the domain stay
``mask surname``       names: the surname stays; ``mask surname+某`` writes 张某某 instead of 张**
``mask fully``         nothing stays (``mask`` alone means the same)
``remove``             the value goes
``generalize UNIT``    birth date to ``year``, address to ``town``, coordinates to one ``decimal`` (``to`` may stand before)
``replace TEXT``       a fixed text without digits or @
``pseudonymize``       人员甲, the same for the same value within a run
``hash``               24 letters made with the office's key; ``hash sm3`` for SM3; not for CREDENTIAL
=====================  ====================================================================================
"""

from __future__ import annotations

from govredact.policy.values import BadValueError
from govredact.typed import NamedTuple

NAMES = ("mask", "remove", "generalize", "replace", "pseudonymize", "hash")
HASHES = ("sha256", "sm3")
UNITS = {"year": "BIRTH_DATE", "town": "HOME_ADDRESS", "decimal": "COORDINATES"}
_UNIT_OF = {entity: unit for unit, entity in UNITS.items()}
_ONLY_FOR = {"area": "CN_LANDLINE", "domain": "EMAIL", "surname": "PERSON"}


class OperatorSpec(NamedTuple):
    """A parsed operator: its name, and arguments as ``operators.apply`` takes them."""

    name: str
    args: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.name == "mask":
            return f"mask {'+'.join(arg for arg in self.args if arg)}"
        return " ".join((self.name, *self.args))


NO_OPERATOR = OperatorSpec("")
MASK_FULLY = OperatorSpec("mask", ("fully",))


def parse(text: str, entity: str) -> OperatorSpec:
    """The operator that ``text`` writes for values of ``entity``; ``""`` is none.

    Raises ValueError, with a reason for people, for what is no operator or does not fit the entity.
    """
    name, _, rest = text.strip().partition(" ")
    rest = rest.strip()
    if not name:
        return NO_OPERATOR
    if name == "mask":
        return _mask(rest, entity)
    if name == "generalize":
        return _generalize(rest, entity)
    if name == "replace":
        return _replace(rest)
    if name == "hash" and (not rest or rest in HASHES):
        if entity == "CREDENTIAL":
            raise BadValueError("hash_password", "a hash of a password looks like a password; use 'remove'")
        return OperatorSpec("hash", (rest or HASHES[0],))
    if name in ("remove", "pseudonymize") and not rest:
        return OperatorSpec(name)
    raise BadValueError("no_operator", f"{text!r} is no operator (known: {', '.join(NAMES)})", choices=", ".join(NAMES))


def _mask(rest: str, entity: str) -> OperatorSpec:
    if rest in ("", "fully"):
        return MASK_FULLY
    args = _mask_args(rest)
    if args is None:
        message = f"'mask {rest}' is not understood (mask 3+4, mask area+2, mask 1+domain, mask surname, mask fully)"
        raise BadValueError("mask_form", message)
    special = next((word for word in _ONLY_FOR if word in args), "")
    if special and _ONLY_FOR[special] != entity:
        raise BadValueError("mask_only", f"'mask {rest}' is only for {_ONLY_FOR[special]}")
    return OperatorSpec("mask", args)


def _mask_args(rest: str) -> tuple[str, ...] | None:
    head, plus, tail = rest.partition("+")
    if head == "surname":
        return (head, tail) if len(tail) == 1 else None if plus else (head,)
    if (head == "area" or _is_count(head)) and _is_count(tail):
        return head, tail
    return (head, tail) if _is_count(head) and tail == "domain" else None


def _is_count(text: str) -> bool:
    return len(text) in (1, 2) and text.isascii() and text.isdigit()


def _generalize(rest: str, entity: str) -> OperatorSpec:
    unit = rest.removeprefix("to ").strip() or _UNIT_OF.get(entity, "")
    if UNITS.get(unit) != entity:
        raise BadValueError(
            "generalize_form",
            f"'generalize{' ' if rest else ''}{rest}' does not fit (year for BIRTH_DATE, town for HOME_ADDRESS, decimal for COORDINATES)",
        )
    return OperatorSpec("generalize", (unit,))


def _replace(rest: str) -> OperatorSpec:
    if not rest or any(char.isnumeric() or char in "@\r\n\t" for char in rest):
        message = "'replace' needs a text without digits, @, tabs and line ends, so that no new value comes into being"
        raise BadValueError("replace_form", message)
    return OperatorSpec("replace", (rest,))
