"""Where an address stops being coarse: behind the last province, city, county or town in front of it.

The names of units are not looked up. Each is a few Chinese characters up to the sign of its level; roads, estates and numbers
end the search, so that in doubt less is shown.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from govredact.text import lazy

if TYPE_CHECKING:
    import re

_HAN = "[\u4e00-\u9fff]"
_GAP = "[ \u00a0\u3000,，\\-]{0,2}"
# What is finer than a town. In the name of a unit it stands only directly before the unit's sign (许村镇, 街口街道).
_FINE = "(?:路|街|道|巷|弄|胡同|号|栋|幢|楼|单元|室|村|组|队|小区|社区|花园|公寓|大厦|学校|医院|公司)(?!街道|镇|乡|[县市旗])"
# 省 and 区 end a unit; 镇 and 乡 do too, unless they belong to a name (景德镇市, 桐乡市, 东乡族自治县).
_UNIT = "省|[镇乡](?![县市区族])"


def _name(longest: int, stop: str) -> str:
    """A name of up to ``longest`` characters; its first may be any (路桥区, 镇海区)."""
    return f"{_HAN}(?:(?!{_FINE}|{stop}){_HAN}){{0,{longest - 1}}}?"


_PROVINCE = f"(?:{_name(10, '[市县区镇乡]')}(?:省|自治区|特别行政区){_GAP})?"
_CITY = f"(?:{_name(10, f'[县区]|{_UNIT}')}(?:市(?![场民政])|自治州|地区|盟){_GAP})?"
_COUNTY = (
    f"(?:{_name(10, _UNIT)}(?:自治县|县(?![城府政道前])|(?<![小社园校厂景院营住宅属舍片库])区|市(?![场民政区])|旗(?![区县市镇乡])){_GAP})?"
)
_TOWN = f"(?:{_name(8, '[县区省市]')}(?:街道(?:办事处)?|镇|乡|苏木))?"
_ADDRESS = f"\\s*{_PROVINCE}{_CITY}{_COUNTY}{_TOWN}"
_TRAILING = " \u00a0\u3000,，-"


@cache
def _address() -> re.Pattern[str]:
    """Compiled when the first address is met."""
    return lazy.compile(_ADDRESS)


def town_end(address: str) -> int:
    """The offset behind the town, or the next higher unit that is named; 0 where no unit is recognised."""
    match = _address().match(address)
    return len(match[0].rstrip(_TRAILING)) if match and match[0].strip() else 0
