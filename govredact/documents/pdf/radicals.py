"""Characters that look like others and mean them: CJK radicals and Latin ligatures.

Printing from a browser maps glyphs back to characters, and 户, 身, 见 come out as the radicals ⼾, ⾝, ⻅. A label or a name would be
missed. Source: the Unicode Character Database 15, EquivalentUnifiedIdeograph.txt and UnicodeData.txt (compatibility decompositions).
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

_KANGXI = range(0x2F00, 0x2FD6)
_COMPATIBILITY = range(0xF900, 0xFADA)
_LIGATURES = range(0xFB00, 0xFB07)
# Radicals of the supplement have no decomposition; those that are drawn like a whole character.
_SUPPLEMENT = (
    "⺁厂⺄乙⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺕彐⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫罒⺬示⺭礻⺯糹⺰纟⺱罓⺲罒"
    "⺶羊⺷羊⺸羋⺹耂⺺肀⺻聿⺼月⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣"
    "⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    table = {code: normalize("NFKC", chr(code)) for code in (*_KANGXI, *_COMPATIBILITY, *_LIGATURES)}
    table[0x2F3E] = "户"  # decomposes to 戶, but is drawn like this in fonts of the mainland
    table.update(zip(map(ord, _SUPPLEMENT[::2]), _SUPPLEMENT[1::2], strict=True))
    return table


def folded(text: str) -> str:
    """``text`` with radicals and ligatures as the characters that they stand for."""
    return text if text.isascii() else text.translate(_table())


def lookalikes(characters: set[str]) -> set[str]:
    """What ``folded`` turns into texts with one of ``characters``."""
    return {chr(code) for code, text in _table().items() if not characters.isdisjoint(text)}
