"""The invented people of ``examples/``: numbers with right check digits that belong to nobody, always the same."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

SEED = 20261121
NAMES = ("黎素珍", "覃志远", "欧阳春梅", "石永贵", "尹小波", "卢桂香", "段福来", "熊晓燕")


class Person(NamedTuple):
    """An invented person."""

    name: str
    resident_id: str
    mobile: str
    card: str
    account: str
    home: str


def people() -> list[Person]:
    """One invented person for each of NAMES, always the same."""
    rng = Random(SEED)
    return [_person(rng, name) for name in NAMES]


def _person(rng: Random, name: str) -> Person:
    first17 = f"330122{rng.randint(1946, 1999)}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}{rng.randrange(1000):03d}"
    body = f"622848{rng.randrange(10**12):012d}"
    home = f"青山县三合乡{rng.choice(('前进村', '白杨村', '石板村'))}{rng.randint(1, 12)}组{rng.randint(1, 180)}号"
    mobile = f"{rng.choice(('138', '159', '177', '186'))}{rng.randrange(10**8):08d}"
    return Person(name, first17 + id_check(first17), mobile, body + luhn(body), f"1{rng.randrange(10**14):014d}", home)


def id_check(first17: str) -> str:
    """GB 11643-1999."""
    return "10X98765432"[sum(int(digit) * pow(2, 17 - i, 11) for i, digit in enumerate(first17)) % 11]


def luhn(body: str) -> str:
    """ISO/IEC 7812-1."""
    doubled = [int(digit) * (2 - i % 2) for i, digit in enumerate(reversed(body))]
    return str(-sum(number // 10 + number % 10 for number in doubled) % 10)


def credit_code(first: str) -> str:
    """A credit code (GB 32100-2015) that begins with `first`."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    first17 = first.ljust(17, "7")
    return first17 + alphabet[-sum(alphabet.index(char) * pow(3, i, 31) for i, char in enumerate(first17)) % 31]
