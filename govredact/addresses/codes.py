"""Which region codes the place in an address may have: those of its county, or of the counties with a town of that name.

An ID number keeps the code under which it was given, so the codes of a county's former names count as well (璧山区 and 璧山县). The file
``data/codes.txt`` is read on the first question: only masked numbers that hide their region ask.

>>> sorted(codes("浙江省杭州市西湖区"))
['330106']
>>> sorted(codes("七塘镇将军村")), codes("阳光小区")
(['500120', '500227', '510232'], frozenset())
"""

from __future__ import annotations

import os
from functools import cache, lru_cache

from govredact.addresses import divisions
from govredact.addresses.town import units

# Provinces that were part of another one when older numbers were given: 重庆 of 四川 (to 1997), 海南 of 广东 (to 1988).
_PART_OF = {"50": "51", "46": "44"}
_DATA = os.path.join(os.path.dirname(__file__), "data", "codes.txt")


@cache
def _body() -> str:
    """The lines of the file; each begins with its code."""
    with open(_DATA, encoding="utf-8") as file:
        return file.read().partition("\n\n")[2]


@cache
def _by_stem() -> dict[str, tuple[str, ...]]:
    """The codes of each name without the sign of its level, current and former."""
    import re  # few texts need these tables

    found: dict[str, set[str]] = {}
    for code, name in re.findall("^([0-9]{6}) ([^ \n]+)", _body(), re.MULTILINE):
        found.setdefault(divisions.stem(name), set()).add(code)
    return {stem: tuple(sorted(listed)) for stem, listed in found.items()}


def codes(address: str) -> frozenset[str]:
    """The six-digit codes of the counties that ``address`` names, or that its town may lie in; empty where it names neither."""
    named = {level: address[start:end] for start, end, level in units(address)}
    prefixes = tuple(prefix for level in (divisions.PROVINCE, divisions.PREFECTURE) for prefix in _prefixes(named.get(level, "")))
    found = set(_by_stem().get(divisions.stem(named.get(divisions.COUNTY, "")), ()))
    town = named.get(divisions.TOWN, "")
    if town and not found:
        found = set(_of_town(town))
    within = {code for code in found if code.startswith(prefixes)} if prefixes else found
    return frozenset(within or found)


def _prefixes(name: str) -> tuple[str, ...]:
    """What the codes below the province or prefecture ``name`` begin with, now or formerly."""
    listed = _by_stem().get(divisions.stem(name), ())
    found = [code[:2] if code.endswith("0000") else code[:4] for code in listed if code.endswith("00")]
    return (*found, *(_PART_OF[prefix] for prefix in found if prefix in _PART_OF))


@lru_cache(1024)
def _of_town(name: str) -> tuple[str, ...]:
    """The codes, present and former, of the counties with a town of this name."""
    import re

    counties = re.findall(f"^([0-9]{{6}}) ([^ \n]+) (?:[^\n]* )?{re.escape(name)}(?: |$)", _body(), re.MULTILINE)
    return tuple(code for now, county in counties for code in _of_county(now, county))


def _of_county(now: str, name: str) -> tuple[str, ...]:
    """The codes of the county ``name``, present code ``now``, and of its former names in the province."""
    within = (now[:2], _PART_OF.get(now[:2], now[:2]))
    return tuple(code for code in _by_stem()[divisions.stem(name)] if code.startswith(within))
