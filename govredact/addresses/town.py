"""Where an address stops being coarse: behind the last province, city, county or town in front of it.

Names are looked up among the divisions, current and former. Those that nobody knows count by their form (see ``forms``), and what could
be the beginning of a road or an estate does not count, so that in doubt less is shown.
"""

from __future__ import annotations

from govredact.addresses import divisions, forms
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = lazy.compile("[ \u00a0\u3000,，\\-]{1,2}|[ \u3000]{0,4}\r?\n[ \u3000]{0,8}")
_HAN = "[\u4e00-\u9fff]"
_LONGEST_SHORT = 5
# What makes another name of the one before it: 朝阳区路, 杭州市场, 县前街; after a town also 周浦镇小区 and 新镇桥.
_GOES_ON = lazy.compile(
    f"路(?!{_HAN}{{0,3}}(?:街道|[镇乡区县市]))|[巷弄](?=[0-9])|街(?!道)|大道|大街|(?<=市)(?:场|民|政)"
    f"|(?<=县)(?:[府政道前]|城(?!关|{_HAN}{{1,3}}(?:街道|[镇乡])))"
)
_PLACES = "小区|新村|花园|公寓|家园|社区|广场|[中小]学|医院|公司"
_TOWN_GOES_ON = lazy.compile(f"路(?!口)|[巷弄](?=[0-9]|\\Z)|[村桥]|街(?!道)|大道|大街|{_PLACES}")
# Below a known county a town's name is hardly the beginning of another one (平江县南江镇桥市村).
_IN_COUNTY = lazy.compile(f"(?:[路巷弄桥村]|街(?!道)|大道|大街)(?=[0-9]|\\Z)|{_PLACES}")
# 解放街道12号 without a county before it is a street.
_HOUSE = lazy.compile("(?<=街道)(?:[0-9一二三四五六七八九十百]{1,5}(?:[号弄]|[-－]|\\Z)|口)")
_OFFICE = lazy.compile("(?<=街道)办事处|(?<=街道)办")


def town_end(address: str) -> int:
    """The offset behind the town, or the next higher unit that is named; 0 where no unit is recognised."""
    end = max((end for _, end, _ in units(address)), default=0)
    office = _OFFICE.match(address, end) if end else None
    return office.end() if office else end


def units(address: str) -> Iterator[tuple[int, int, int]]:
    """The divisions in front of ``address``, from the largest: start, end and level of each name, known or by its form."""
    position = len(address) - len(address.lstrip())
    reached = 0
    while reached < divisions.TOWN:
        start = position
        end, level = _unit(address, position, reached)
        if not level:
            start, end, level = _behind_short_names(address, position, reached)
        if not level:
            start = position
            end, level = _by_form(address, position, reached)
        if not level:
            return
        reached = level
        yield start, end, reached
        gap = _GAP.match(address, end)
        position = gap.end() if gap else end


def _unit(address: str, start: int, above: int) -> tuple[int, int]:
    """End and level of the longest division below level ``above`` whose full name stands at ``start``; (start, 0) for none."""
    for end in range(min(len(address), start + divisions.LONGEST), start + 1, -1):
        if address[end - 1] not in divisions.SIGNS:
            continue
        level = divisions.level(address[start:end])
        goes_on = _GOES_ON if level != divisions.TOWN else _IN_COUNTY if above >= divisions.COUNTY else _TOWN_GOES_ON
        if level > above and not goes_on.match(address, end) and (above >= divisions.COUNTY or not _HOUSE.match(address, end)):
            return end, level
    return start, 0


def _behind_short_names(address: str, start: int, above: int) -> tuple[int, int, int]:
    """Start, end and level of the unit behind names without a sign (浙江绍兴柯桥区, 文山州): these alone may be parts of any name (中山路).

    Level 0 where there is none.
    """
    position = start
    while position < len(address):
        lengths = range(_LONGEST_SHORT, 1, -1)
        length = next((n for n in lengths if divisions.is_short(address[position : position + n])), 0)
        if not length:
            break
        first, position = position, position + length
        if above < divisions.PREFECTURE and address.startswith("州", position) and divisions.is_short_prefecture(address[first:position]):
            return first, position + 1, divisions.PREFECTURE
        gap = _GAP.match(address, position)
        position = gap.end() if gap else position
        found, level = _unit(address, position, above)
        if level:
            return position, found, level
    return start, start, 0


def _by_form(address: str, start: int, above: int) -> tuple[int, int]:
    """End and level of a unit below level ``above`` that no list knows; (start, 0) for none."""
    if above < divisions.COUNTY:
        end = forms.county(address, start)
        if end > start:
            return end, divisions.PREFECTURE if address[end - 1] == "市" and above < divisions.PREFECTURE else divisions.COUNTY
        end = forms.district(address, start)
        if end > start and (above or _town(address, end) > end):
            return end, divisions.COUNTY
        end = forms.zone(address, start)
        if end > start and (_town(address, end) > end if above else _unit(address, end, divisions.COUNTY)[1]):
            return end, divisions.COUNTY
    end = forms.town(address, start, above < divisions.PREFECTURE)
    return (end, divisions.TOWN) if end > start else (start, 0)


def _town(address: str, start: int) -> int:
    """The end of the town at ``start``, known or by its form; ``start`` for none."""
    end, level = _unit(address, start, divisions.COUNTY)
    return end if level else forms.town(address, start, alone=False)
