"""条款编号不连续: a rule that goes from 第三条 to 第五条, or counts an article twice.

Only a single slip inside an otherwise steady count is told: extracts, amendments and quotations jump as well, but further.
"""

from __future__ import annotations

from itertools import chain

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govredact.context.scan import Scan

_NUMERALS = "一二三四五六七八九"
_HEAD = (
    "[ \u3000\t]{0,8}"
    "(?:第([一二三四五六七八九十百零]{1,8})([章节条])|([一二三四五六七八九十]{1,4})(、)|[（(]([一二三四五六七八九十]{1,4})([）)]))"
)
_FIRST_HEAD, _HEADS = lazy.compile(_HEAD), lazy.compile("\n" + _HEAD)
# So many heads in a row make a count whose slip is one.
_STEADY = 3


class _Head(NamedTuple):
    number: int
    start: int
    end: int


def find(scan: Scan) -> Iterable[Candidate]:
    """The heads at which a steady count leaves out or repeats one number."""
    counts: dict[str, list[_Head]] = {}
    first = _FIRST_HEAD.match(scan.text)
    for match in chain([first] if first else [], _HEADS.finditer(scan.text)):
        group = match.lastindex or 0
        numeral, kind = match[group - 1], match[group].replace("(", "（").replace(")", "）")
        head = _Head(number_of(numeral), match.start(group - 1), match.end(group - 1))
        if kind in "、）" and head.number == 1:
            counts[kind] = []
        if kind == "、":
            counts["）"] = []
        row = counts.setdefault(kind, [])
        if head.number == 1:
            row.clear()
        row.append(head)
        yield from _slip(row)


def _slip(row: Sequence[_Head]) -> Iterable[Candidate]:
    """The head before the last one if it alone breaks the count 1, 2, 3 …: the count goes on behind it."""
    if len(row) < _STEADY + 2 or row[0].number != 1:
        return
    steady = [head.number for head in row[-_STEADY - 2 : -2]]
    if steady != list(range(steady[0], steady[0] + _STEADY)):
        return
    before, at, after = row[-3], row[-2], row[-1]
    if at.number - before.number in (0, 2) and after.number == at.number + 1:
        reason = "number_left_out" if at.number > before.number else "number_twice"
        yield Candidate(at.start, at.end, "NUMBER_MISMATCH", 0.8, (reason,), "numbering")


def number_of(numeral: str) -> int:
    """一百二十三 as a whole number below 1,000."""
    hundreds, hundred, rest = numeral.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = (_NUMERALS.find(hundreds) + 1 or 1) * 100 if hundred else 0
    value += (_NUMERALS.find(tens.lstrip("零")) + 1 or 1) * 10 if ten else 0
    ones = ones.lstrip("零")
    return value + (_NUMERALS.find(ones) + 1 if ones else 0)


DETECTOR = Detector(
    name="numbering",
    entities=("NUMBER_MISMATCH",),
    source="立法技术规范（试行）; GB/T 9704-2012 (numbering of levels)",
    on_passage=find,
    found=(
        Example("\n".join(f"第{n}条 应当办理。" for n in "一二三四六七"), "六"),
        Example("\n".join(f"{n}、工作要求" for n in "一二三三四五"), "三"),
    ),
    clean=(
        "\n".join(f"第{n}条 应当办理。" for n in "一二三四五六七"),
        "\n".join(f"第{n}条 应当办理。" for n in "一三七九"),
        "\n".join(f"{n}、要求" for n in "一二三一二三四五"),
        "第三条 下列情形\n第五条 其他",
    ),
)
