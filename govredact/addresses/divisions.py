"""Administrative divisions by name, from province to town, current and former (``data/divisions.txt``, its header names the sources).

The file is read on the first question; the towns, which are most of it, on the first question about a town.

>>> level("浙江省"), level("湖州市"), level("吴兴区"), level("织里镇"), level("阳光小区")
(1, 2, 3, 4, 0)
>>> is_short("湖州"), is_short("阳光")
(True, False)
"""

# pathlib costs more at start-up than the rest of this package, hence:

from __future__ import annotations

import os
from functools import cache

from govredact.text import lazy

PROVINCE, PREFECTURE, COUNTY, TOWN = 1, 2, 3, 4
LONGEST = 15
# The last characters of full names.
SIGNS = frozenset("省市区县旗州盟镇乡道木")
_DATA = os.path.join(os.path.dirname(__file__), "data", "divisions.txt")
_LEVELS = {"province": PROVINCE, "prefecture": PREFECTURE, "county": COUNTY}
_TOWN_SIGNS = ("街道", "苏木", "镇", "乡")
# What is left out in everyday writing: 湖州, 延边, 广西.
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗"
    "|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_FULL_SIGN = lazy.compile(f"(?<=..)(?:(?:(?:{_PEOPLES})族?){{1,5}})?(?:特别行政区|自治[区州县旗]|地区|新区|[省市盟县区旗])$")


@cache
def _sections() -> dict[str, str]:
    """The names of each section, separated by white space."""
    with open(_DATA, encoding="utf-8") as file:
        body = file.read().partition("\n\n")[2]
    return {name: names for name, _, names in (part.partition("]\n") for part in body.split("[")[1:])}


@cache
def _units() -> dict[str, int]:
    """Level of each province, prefecture and county; a name of two levels counts as the higher one."""
    return {name: level for section, level in reversed(_LEVELS.items()) for name in _sections()[section].split()}


@cache
def _towns(sign: str) -> frozenset[str]:
    """The names of the towns of one kind, without their sign."""
    return frozenset(_sections()[f"town #{sign}"].split())


@cache
def _short() -> frozenset[str]:
    """Names of provinces, prefectures and counties without the sign of their level, two characters and more."""
    return frozenset(short for short in map(stem, _units()) if len(short) > 1)


@cache
def _autonomous() -> frozenset[str]:
    return frozenset(stem(name) for name in _sections()["prefecture"].split() if name.endswith("自治州"))


def stem(name: str) -> str:
    """``name`` without the sign of its level (璧山 of 璧山区, 广西 of 广西壮族自治区)."""
    return _FULL_SIGN.sub("", name)


def is_short_prefecture(name: str) -> bool:
    """Whether ``name`` is the everyday form of an autonomous prefecture, which 州 may follow (文山州, 延边州)."""
    return name in _autonomous()


def level(name: str) -> int:
    """The level of the division whose full name is ``name``, 1 (province) to 4 (town); 0 where there is none."""
    if name[-1:] not in SIGNS:
        return 0
    found = _units().get(name, 0)
    if found:
        return found
    for sign in _TOWN_SIGNS:
        if name.endswith(sign):
            return TOWN if name[: -len(sign)] in _towns(sign) else 0
    return 0


def is_short(name: str) -> bool:
    """Whether ``name`` is the everyday form of a province, prefecture or county (湖州, 广西, 义乌)."""
    return name in _short()
