"""How a day of birth is written: patterns for whole dates and months, for detectors that know from the words around that it is a birth.

The forms of GB/T 7408 and GB/T 9704 and what forms and lists make of them: 1985年3月12日, 1985-03-12, 1985.3, 1985/3/12, 19850312, 198503,
85年3月12日, 一九八五年三月十二日, 农历一九八五年正月初八, 12 March 1985, 1985-03-12 00:00:00. A year alone is not among them.

>>> import re
>>> re.search(DATE, "生于1985年3月12日")[0]
'1985年3月12日'
>>> re.search(DATE, "二〇〇五年十二月")[0]
'二〇〇五年十二月'
"""

from __future__ import annotations

_S = "[ \u00a0\u3000]{0,2}"
_YEAR = "(?:19|20)[0-9]{2}"
_MONTH = "(?:1[0-2]|0?[1-9])"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_JOIN = "[-./·・／—–－]"
_CLOCK = "(?:[ T][0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,6})?)?)?"
_HAN_MONTH = "(?:十[一二]?|[一二三四五六七八九正冬腊])"
_HAN_DAY = "(?:[初廿卅][一二三四五六七八九十]?|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_LUNAR = "(?:农历|阴历|公历|阳历)?"
_NAMES = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?"

# 1985年3月12日, 1985年3月, 1985年农历三月初二; spaces may stand inside.
WORDS = f"{_YEAR}{_S}年{_S}{_LUNAR}(?:{_MONTH}|{_HAN_MONTH}){_S}月份?(?:{_S}(?:{_DAY}(?![0-9]){_S}[日号]?|{_HAN_DAY}{_S}[日号]?))?"
# 1985-03-12, 1985.3.12, 1985/3; a month alone must not go on as a number (1985.3.4.5 is none).
JOINED = f"{_YEAR}{_S}{_JOIN}{_S}{_MONTH}(?![0-9])(?:{_S}{_JOIN}{_S}{_DAY}(?![0-9]){_CLOCK})?(?!{_JOIN}?[0-9])"
COMPACT = f"{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])?(?![0-9A-Za-z*×])"
SPELT = f"[一二][九〇零○][〇零○一二三四五六七八九]{{2}}年{_S}{_LUNAR}{_HAN_MONTH}月(?:{_S}{_HAN_DAY}{_S}[日号]?)?"
# 85年3月12日: only where nothing but a birth can be meant.
_SPELT_SHORT = f"[三四五六七八九零〇][〇零一二三四五六七八九]年{_HAN_MONTH}月(?:{_HAN_DAY}[日号])?"
SHORT = f"(?:[’'‘]?[0-9]{{2}}{_S}年{_S}{_MONTH}{_S}月(?:{_S}{_DAY}{_S}[日号])?|{_SPELT_SHORT})"
SHORT_JOINED = f"[0-9]{{2}}{_JOIN}{_MONTH}{_JOIN}{_DAY}(?![0-9.])"
DAY_FIRST = f"{_DAY}[-/. ]{_NAMES}[-/., ]{{1,2}}{_YEAR}|{_NAMES} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}|{_DAY}[-/.]{_MONTH}[-/.]{_YEAR}(?![0-9])"
MONTH_DAY = f"{_LUNAR}(?:{_MONTH}|{_HAN_MONTH}){_S}月{_S}(?:{_DAY}|{_HAN_DAY}){_S}[日号]?"

_START = "(?<![0-9A-Za-z*×.])"
# What stands for itself, and what needs a label or 出生 beside it.
DATE = f"{_START}(?:{WORDS}|{JOINED}|{SPELT})"
ANY = f"(?:{WORDS}|{JOINED}|{COMPACT}|{SPELT}|{SHORT}|{SHORT_JOINED}|{DAY_FIRST}|{MONTH_DAY})"
LABELLED = f"{_START}{ANY}"
# Where one of LABELLED can begin: much cheaper to look for in a long text than to try them all at every character.
BEGINNING = "[0-9一二三四五六七八九零〇’'‘JFMASOND农阴公阳十正冬腊](?<![0-9A-Za-z*×.].)"
