"""Words of the generated notices, from `data/words.toml`: names, places, offices, labels."""

from __future__ import annotations

import tomllib
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_name("data").joinpath("words.toml").read_text(encoding="utf-8"))


def _list(name: str) -> tuple[str, ...]:
    return tuple(_WORDS[name])


SURNAMES: str = _WORDS["surnames"]
GIVEN: str = _WORDS["given"]
PROVINCE_SIGNS: str = _WORDS["province_signs"]
COMPOUND_SURNAMES = _list("compound_surnames")
MINORITY_NAMES = _list("minority_names")
REGIONS = _list("regions")
PROVINCES = _list("provinces")
CITIES = _list("cities")
DISTRICTS = _list("districts")
TOWNS = _list("towns")
VILLAGES = _list("villages")
ROADS = _list("roads")
ESTATES = _list("estates")
OFFICES = _list("offices")
COMPANIES = _list("companies")
SCHOOLS = _list("schools")
BANKS = _list("banks")
DISEASES = _list("diseases")
DISABILITIES = _list("disabilities")
STATUSES = _list("statuses")
MAIL_HOSTS = _list("mail_hosts")
PINYIN = _list("pinyin")
COLONS = _list("colons")
MOBILE_PREFIXES = _list("mobile_prefixes")
LABELS: dict[str, tuple[str, ...]] = {kind: tuple(names) for kind, names in _WORDS["labels"].items()}
