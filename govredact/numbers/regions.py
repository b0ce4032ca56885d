"""Region codes of ID numbers: the six-digit codes of GB/T 2260, current and abolished.

An ID number keeps the code that was in force when it was given, so abolished codes count as much as current ones.
The codes stand in ``data/regions.txt`` (its header names source and licence) and are read at first use; renew them with
``tools/make_regions.py``.

>>> is_region("330106"), is_region("110103"), is_region("339999")
(True, True, False)
>>> is_current("110103")  # 崇文区, abolished in 2010
False
"""

# pathlib costs more at start-up than the rest of this package, hence:

from __future__ import annotations

import os
from functools import cache

_DATA = os.path.join(os.path.dirname(__file__), "data", "regions.txt")


def _sections() -> tuple[str, str]:
    """The current and the abolished codes as they stand in the file, separated by white space."""
    with open(_DATA, encoding="ascii") as file:
        _, _, body = file.read().partition("\n\n")
    current, _, abolished = body.partition("\nabolished\n")
    return current, abolished


@cache
def known() -> frozenset[str]:
    """All six-digit codes, current and abolished, of counties, prefectures and provinces (7,207 of them)."""
    current, abolished = _sections()
    return frozenset(f"{current} {abolished}".split())


@cache
def current() -> frozenset[str]:
    """The codes that are in force today (3,215 of them)."""
    return frozenset(_sections()[0].split())


def is_region(code: str) -> bool:
    """Whether ``code`` is or was the six-digit code of a region."""
    return code in known()


def is_current(code: str) -> bool:
    """Whether ``code`` is in force today."""
    return code in current()


@cache
def counties() -> tuple[str, ...]:
    """The current codes that people are born under, sorted: counties, and the few prefectures without counties (东莞 …)."""
    divided = {code[:4] for code in current() if code[4:] != "00"}
    return tuple(sorted(code for code in current() if code[4:] != "00" or (code[2:4] != "00" and code[:4] not in divided)))


def county_count(province2: str) -> int:
    """How many current counties the province with these first two digits has; 0 for an unknown one."""
    return sum(code.startswith(province2) for code in counties())
