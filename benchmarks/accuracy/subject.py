"""An invented person whose values agree with one another, as the rows of a real list do."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from benchmarks.accuracy import values
from benchmarks.accuracy import vocabulary as words

if TYPE_CHECKING:
    from random import Random


def person_name(rng: Random) -> str:
    """A Chinese name of two to four characters; now and then one of a minority."""
    kind = rng.random()
    if kind < 0.02:
        return rng.choice(words.MINORITY_NAMES)
    surname = rng.choice(words.COMPOUND_SURNAMES) if kind < 0.07 else rng.choice(words.SURNAMES)
    return surname + "".join(rng.sample(words.GIVEN, k=1 if rng.random() < 0.2 else 2))


def home_address(rng: Random) -> str:
    """A dwelling, down to the door or the village group."""
    head = rng.choice((rng.choice(words.PROVINCES) + rng.choice(words.CITIES), rng.choice(words.CITIES), "")) + rng.choice(words.DISTRICTS)
    place = rng.choice((_village, _estate, _street, _phase, _lane))(rng)
    return head + place


def village_group(rng: Random) -> str:
    """A village and its group, as neighbours write it: no town, no house."""
    return rng.choice(words.VILLAGES) + f"{rng.randint(1, 12)}{rng.choice('组社组社队')}"


def _village(rng: Random) -> str:
    house = rng.choice((f"{rng.randint(1, 199)}号", f"{rng.randint(1, 60)}-{rng.randint(1, 9)}号", ""))
    return rng.choice(words.TOWNS) + village_group(rng) + house


def _estate(rng: Random) -> str:
    road = f"{rng.choice(words.ROADS)}{rng.randint(1, 600)}号" if rng.random() < 0.7 else ""
    flat = rng.choice((f"{rng.randint(1, 4)}单元{rng.randint(1, 33)}0{rng.randint(1, 4)}室", f"{rng.randint(1, 33)}0{rng.randint(1, 4)}"))
    return road + rng.choice(words.ESTATES) + f"{rng.randint(1, 30)}{rng.choice(('幢', '栋', '号楼', '座'))}{flat}"


def _street(rng: Random) -> str:
    door = rng.choice(
        (
            f"附{rng.randint(1, 9)}号{rng.randint(1, 9)}-{rng.randint(1, 4)}",
            f"{rng.randint(1, 20)}-{rng.randint(1, 3)}-{rng.randint(1, 30)}",
            f"{rng.randint(1, 9)}0{rng.randint(1, 6)}室",
        )
    )
    return rng.choice(words.TOWNS) + rng.choice(words.ROADS) + f"{rng.randint(1, 600)}号" + door


def _phase(rng: Random) -> str:
    flat = f"{rng.randint(1, 30)}幢{rng.randint(1, 3)}-{rng.randint(1, 30)}-{rng.randint(1, 4)}"
    return rng.choice(words.ESTATES) + rng.choice(("一期", "二期", "3期", "东区")) + flat


def _lane(rng: Random) -> str:
    return rng.choice(words.ROADS) + f"{rng.randint(10, 900)}弄{rng.randint(1, 90)}号{rng.randint(1, 6)}0{rng.randint(1, 8)}室"


class Subject:
    """One person. Values are drawn on first use, so that every line has its own."""

    def __init__(self, rng: Random, *, first_year: int = 1932, last_year: int = 2010) -> None:
        self._rng = rng
        self.birth = values.birth_date(rng, first_year, last_year)

    @cached_property
    def name(self) -> str:
        """The person's name."""
        return person_name(self._rng)

    @cached_property
    def resident_id(self) -> str:
        """The 18-character ID number, which agrees with `birth`."""
        return values.resident_id(self._rng, self.birth)

    @cached_property
    def sex(self) -> str:
        """男 or 女, as the ID number says."""
        return "男" if int(self.resident_id[16]) % 2 else "女"

    @cached_property
    def mobile(self) -> str:
        """The mobile number."""
        return values.mobile(self._rng)

    @cached_property
    def home(self) -> str:
        """The home address."""
        return home_address(self._rng)

    @cached_property
    def group(self) -> str:
        """The village and group the person lives in."""
        return village_group(self._rng)

    @cached_property
    def card(self) -> str:
        """The bank card."""
        return values.bank_card(self._rng)

    @cached_property
    def account(self) -> str:
        """The bank account."""
        return values.bank_account(self._rng)
