"""Synthetic values for tests: the right shape and check digits, drawn from a seeded generator, belonging to nobody.

Check digits are worked out here from the standards' own tables, independently of ``govredact.numbers``.

    rng = random.Random(1)
    resident_id(rng)                       # '330106199003072415'
    resident_id(rng, born="19900307", region="330106", gender="女")
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

REGIONS = ("110101", "130102", "220102", "310115", "320583", "330106", "350203", "420111", "440305", "500101", "510104", "610113", "650102")
MOBILE_PREFIXES = ("130", "138", "139", "147", "150", "159", "166", "170", "178", "186", "188", "191", "198", "199")
USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def birth(rng: random.Random, first_year: int = 1940, last_year: int = 2015) -> str:
    start = dt.date(first_year, 1, 1).toordinal()
    end = dt.date(last_year, 12, 31).toordinal()
    return dt.date.fromordinal(rng.randint(start, end)).strftime("%Y%m%d")


def id_check(first17: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(d) * w for d, w in zip(first17, weights, strict=True)) % 11]


def luhn_digit(body: str) -> str:
    total = 0
    for i, char in enumerate(reversed(body)):
        total += sum(map(int, str(int(char) * 2))) if i % 2 == 0 else int(char)
    return str((10 - total % 10) % 10)


def sequence(rng: random.Random, gender: str = "") -> str:
    number = rng.randint(1, 998)
    wanted = {"男": 1, "女": 0}.get(gender, number % 2)
    return f"{number + (number % 2 != wanted):03d}"


def resident_id(rng: random.Random, region: str = "", born: str = "", gender: str = "") -> str:
    first17 = (region or rng.choice(REGIONS)) + (born or birth(rng)) + sequence(rng, gender)
    return first17 + id_check(first17)


def wrong_resident_id(rng: random.Random) -> str:
    """An ID number whose check character is wrong."""
    value = resident_id(rng)
    return value[:17] + rng.choice([char for char in "0123456789X" if char != value[17]])


def resident_id15(rng: random.Random) -> str:
    return rng.choice(REGIONS) + birth(rng, 1940, 1999)[2:] + sequence(rng)


def hmt_permit(rng: random.Random) -> str:
    return resident_id(rng, region=rng.choice(("810000", "820000", "830000")))


def foreigner_id(rng: random.Random) -> str:
    return resident_id(rng, region="9" + rng.choice(("11", "31", "44")) + rng.choice(("840", "124", "392")))


def mobile(rng: random.Random) -> str:
    return rng.choice(MOBILE_PREFIXES) + digits(rng, 8)


def landline(rng: random.Random) -> str:
    area, size = rng.choice((("010", 8), ("021", 8), ("0571", 8), ("0572", 7), ("0931", 7)))
    return f"{area}-{rng.choice('2345678')}{digits(rng, size - 1)}"


def bank_card(rng: random.Random, length: int = 19, prefix: str = "62") -> str:
    body = prefix + digits(rng, length - len(prefix) - 1)
    return body + luhn_digit(body)


def bank_account(rng: random.Random, length: int = 20) -> str:
    return rng.choice("123456789") + digits(rng, length - 1)


def uscc(rng: random.Random) -> str:
    weights = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    body = "91" + rng.choice(REGIONS) + "MA" + "".join(rng.choice(USCC_ALPHABET) for _ in range(7))
    total = sum(USCC_ALPHABET.index(char) * weight for char, weight in zip(body, weights, strict=True))
    return body + USCC_ALPHABET[(31 - total % 31) % 31]


def plate(rng: random.Random) -> str:
    return rng.choice("京沪浙皖粤川") + rng.choice("ABCDE") + digits(rng, 2) + rng.choice(LETTERS) + digits(rng, 2)


def new_energy_plate(rng: random.Random) -> str:
    return rng.choice("京沪浙皖粤川") + rng.choice("ABCDE") + rng.choice("DF") + digits(rng, 5)


def passport(rng: random.Random) -> str:
    return rng.choice(("E" + digits(rng, 1), "G" + digits(rng, 1), "E" + rng.choice(LETTERS))) + digits(rng, 7)


def hkm_permit(rng: random.Random) -> str:
    return rng.choice("HM") + digits(rng, 8)


def tw_permit(rng: random.Random) -> str:
    return digits(rng, 8)


def disability_id(rng: random.Random) -> str:
    return resident_id(rng) + rng.choice("1234567") + rng.choice("1234")


def student_id(rng: random.Random) -> str:
    return "G" + resident_id(rng, born=birth(rng, 2008, 2018))


def vin(rng: random.Random) -> str:
    values = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
    weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
    body = "L" + "".join(rng.choice("SVABCDEFG0123456789") for _ in range(12)) + digits(rng, 4)
    total = sum((values.get(char) or int(char)) * weight for char, weight in zip(body, weights, strict=True))
    return body[:8] + "0123456789X"[total % 11] + body[9:]
