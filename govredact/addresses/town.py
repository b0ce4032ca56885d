"""Where an address stops being coarse: behind the last province, city, county or town in front of it.

Names are looked up among the divisions, current and former. A town that nobody knows counts below a known city or county only,
and what could be the beginning of a road or an estate does not count, so that in doubt less is shown.
"""

from __future__ import annotations

from govredact.addresses import divisions
from govredact.text import lazy

_GAP = lazy.compile("[ \u00a0\u3000,，\\-]{1,2}")
_LONGEST_SHORT = 5
# What makes another name of the one before it: 朝阳区路, 杭州市场, 县前街; after a town also 周浦镇小区 and 新镇桥.
_GOES_ON = lazy.compile(
    "路(?![\u4e00-\u9fff]{0,3}(?:街道|[镇乡区县市]))|[巷弄](?=[0-9])|街(?!道)|大道|大街|(?<=市)(?:场|民|政)|(?<=县)(?:[城府政道前])"
)
_TOWN_GOES_ON = lazy.compile("[路巷弄村桥]|街(?!道)|大道|大街|小区|新村|花园|公寓|家园|社区|广场|[中小]学|医院|公司")
# What is finer than a town; directly before the sign of one it is part of its name (花园街道).
_FINE = "[路街道巷弄号栋幢楼室村组队]|单元|小区|社区|花园|公寓|大厦|学校|医院|公司"
_UNKNOWN_TOWN = lazy.compile(f"[\u4e00-\u9fff](?:(?!(?:{_FINE})(?!街道|[镇乡]))[\u4e00-\u9fff]){{0,5}}?(?:街道|(?<![小古水])镇|乡)")
_OFFICE = lazy.compile("(?<=街道)办事处|(?<=街道)办")


def town_end(address: str) -> int:
    """The offset behind the town, or the next higher unit that is named; 0 where no unit is recognised."""
    position = end = len(address) - len(address.lstrip())
    reached = 0
    while reached < divisions.TOWN:
        found, level = _unit(address, position, reached)
        if not level:
            found, level = _behind_short_names(address, position, reached)
        if not level and reached >= divisions.PREFECTURE:
            found, level = _unknown_town(address, position)
        if not level:
            break
        reached, end = level, found
        gap = _GAP.match(address, end)
        position = gap.end() if gap else end
    office = _OFFICE.match(address, end)
    return office.end() if office else end if reached else 0


def _unit(address: str, start: int, above: int) -> tuple[int, int]:
    """End and level of the longest division below level ``above`` whose full name stands at ``start``; (start, 0) for none."""
    for end in range(min(len(address), start + divisions.LONGEST), start + 1, -1):
        if address[end - 1] not in divisions.SIGNS:
            continue
        level = divisions.level(address[start:end])
        goes_on = _TOWN_GOES_ON if level == divisions.TOWN else _GOES_ON
        if level > above and not goes_on.match(address, end):
            return end, level
    return start, 0


def _behind_short_names(address: str, start: int, above: int) -> tuple[int, int]:
    """The unit behind names without a sign (浙江绍兴柯桥区, 文山州): these alone may be parts of any name (中山路)."""
    position = start
    while position < len(address):
        lengths = range(_LONGEST_SHORT, 1, -1)
        length = next((n for n in lengths if divisions.is_short(address[position : position + n])), 0)
        if not length:
            break
        position += length
        if address[position : position + 1] == "州" and above < divisions.PREFECTURE:
            return position + 1, divisions.PREFECTURE
        gap = _GAP.match(address, position)
        position = gap.end() if gap else position
        found, level = _unit(address, position, above)
        if level:
            return found, level
    return start, 0


def _unknown_town(address: str, start: int) -> tuple[int, int]:
    match = _UNKNOWN_TOWN.match(address, start)
    if match and not _TOWN_GOES_ON.match(address, match.end()):
        return match.end(), divisions.TOWN
    return start, 0
