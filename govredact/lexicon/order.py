"""The order in which words enter the automaton.

pyahocorasick looks children up one after the other, in the order in which they came. With the branches that text takes
most often first, a pass over Chinese prose is 10 to 15 % faster (measured; docs/lexicon-format.md).
"""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# The 400 commonest characters of the word frequencies in jieba's dict.txt (MIT), commonest first: two thirds of all text.
_COMMON = (
    "一是人了不在有大中国和为这上他个地年来我会以到时要出的生学说道民家子也成行下们于后就发自之对得主长可过天作分方用多你着部能市等业全里工公经"
    "本都而高政法面门动日进区事代那去心小同北定开产前其军还然起种所如现理机体表力好外与文当两实重新三么只山水关明从化平建又制南内西没此将员名手"
    "最东头者月间无安看见各城十相但已些正口通想度加第她合院物性战由位常点海意场武使次二向治因立数样身情入原问把路被并利石老教万知级量任江及应省"
    "资委务元美特期世湖回系比气汉总展电科金先声提品设或义王社很统处四首共马形己儿司太目基领队直计别女权话少流命至报米给打变果书清活几州华解议更"
    "称程今决张导术府才保交放管结师便走达族反再题色五京河接条规式县白它改风光运信受什组听布百济党指论强做取技黄神选记斯真却职号界件花类何眼兵传"
    "带空干农边据集联古广完质阳难增历史专官每住商即步认车台林必死游举线言皇土团收考求德叫近备研争非具李众连调感转笑"
)




def in_order(keys: Iterable[str]) -> list[str]:
    """The keys (UTF-8 seen as latin-1) as they should enter: one for each common first character, other Chinese, then ASCII."""
    keys = list(keys)
    by_first = {key[:3]: key for key in keys}
    beginnings = map("".join, zip(*[iter(_COMMON.encode().decode("latin-1"))] * 3, strict=True))
    leaders = [by_first[first] for first in beginnings if first in by_first]
    wide = [key for key in keys if key >= "\x80"]
    return list(dict.fromkeys(leaders + wide + [key for key in keys if key < "\x80"]))
