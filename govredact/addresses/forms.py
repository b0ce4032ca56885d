"""Divisions that no list knows, by their form alone (青山县三合乡): how a county or a town is written, and what only looks like one.

What stands below a town must never be taken for one. So a name must be two characters long at least, a sign that other words end in
too (超市, 小区, 小镇, 家乡) does not count, and a unit alone counts only where what follows is the next smaller one.
"""

from __future__ import annotations

from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_HAN = "[\u4e00-\u9fff]"
# What is finer than a town; directly before the sign of one it is part of its name (花园街道).
_FINE = "[路街道巷弄号栋幢楼室村组队社屯寨苑]|单元|小区|花园|公寓|大厦|学校|医院|公司"
_REST = f"(?:(?!(?:{_FINE})(?!街道|[镇乡市县旗区])){_HAN})"
_TOWN_SIGN = "街道(?!办公)|(?<![小古水新名重城乡村])镇|(?<![水梦故家城侨])乡|苏木"
_TOWN = lazy.compile(f"{_HAN}{_REST}{{1,5}}?(?:{_TOWN_SIGN})")
_COUNTY = lazy.compile(f"{_HAN}{_REST}{{1,3}}?(?:(?<![超菜夜门城都集股楼上])市|(?<![本我该郡])县|旗(?![舰袍下帜]))")
# 区 ends the names of many things that are no district: these need one more sign that they are one.
_NO_DISTRICT = "小社市城园厂校院库矿景片新东西南北中一二三四五六七八九十宅活业发郊务税护理游街禁牧林山"
_DISTRICT = lazy.compile(f"{_HAN}{_REST}{{1,3}}?(?<![{_NO_DISTRICT}])区")
# What makes another name of a county (青山县政府, 青山市场) or a town (三合乡村, 三合镇小学) that was seen so far.
_COUNTY_GOES_ON = lazy.compile(
    "[路巷弄场民政府委里口桥门站村前]|城(?!关)|街(?!道)|大[道街]|胡同|小区|新村|花园|公寓|家园|广场|[中小]学|医院|公司",
)
_TOWN_GOES_ON = lazy.compile(
    "[路巷弄村桥里口]|街(?!道)|大[道街]|小区|新村|花园|公寓|家园|社区|广场|[中小]学|医院|公司|(?<=街道)[0-9一二三四五六七八九十]",
)
_BELOW_TOWN = lazy.compile(
    f"[ \u3000]?(?:(?!{_FINE}){_HAN}){{1,6}}?(?:村|社区|居委会|嘎查|屯|寨|[0-9一二三四五六七八九十]{{1,3}}[组社队])|[*＊×Xx]*[ \u3000]*\\Z",
)
_LONGEST_ALONE = 4


_ZONE = lazy.compile(f"{_HAN}{_REST}{{1,7}}?(?<![小社])区")


def county(address: str, start: int) -> int:
    """The end of what has the form of a county, banner or city at ``start``; ``start`` where nothing has."""
    return _end(_COUNTY, _COUNTY_GOES_ON, address, start)


def district(address: str, start: int) -> int:
    """The end of what has the form of a city's district at ``start``; ``start`` where nothing has."""
    return _end(_DISTRICT, _COUNTY_GOES_ON, address, start)


def zone(address: str, start: int) -> int:
    """The end of what may be a district or zone if a town stands behind it (江北新区, 城西区); ``start`` where nothing may."""
    match = _ZONE.match(address, start)
    return match.end() if match else start


def town(address: str, start: int, alone: bool) -> int:
    """The end of what has the form of a town at ``start``; ``start`` where nothing has.

    ``alone``: no county stands before it. Then a village must follow, or nothing.
    """
    end = _end(_TOWN, _TOWN_GOES_ON, address, start)
    if alone and end > start and (end - start > _LONGEST_ALONE + 1 or not _BELOW_TOWN.match(address, end)):
        return start
    return end


def _end(form: re.Pattern[str], goes_on: re.Pattern[str], address: str, start: int) -> int:
    match = form.match(address, start)
    return match.end() if match and not goes_on.match(address, match.end()) else start
