"""The text of one page as the signs read it: simplified characters, seeds of the word lists, sentences about enforcement."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from govredact.lexicon import script
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from govredact.lexicon import Hit

# Characters that traditional texts of any kind hold within a line or two, and simplified ones never.
TRADITIONAL = "這個們來國會時後發為爲說對學實關過現業務與動開進應還無產電區縣點題門問間員長議號當從書報場機將處"
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
SYMBOLS = "★☆◆◇■▲△▼▽●◎♠♥♦♣※◤◥◣◢❤✔✿✪➤►▶◀◄☑☀☎☛⭐🔥"
_TRADITIONAL = lazy.compile(f"[{TRADITIONAL}]")
# One look at the whole text tells that nothing of the three is in it, as it is with most.
_ANY = lazy.compile(f"[{TRADITIONAL}{TONED}{SYMBOLS}]")
# Who fights gambling, fraud and pornography, and what they do; a sentence with such a word speaks about hijackers' wares lawfully.
_CRIME = (
    "警方|民警|派出所|公安局|公安机关|嫌疑|被告|涉嫌|涉案|犯罪|违法|非法|赌徒|参赌|涉赌|聚赌|禁赌|反赌|赌博罪|开设赌场|赌博案|赌博活动"
    "|赌资|赌客|戒赌"
    "|(?:网络|跨境|参与|从事|地下|聚众|境外)赌博|诈骗|反诈|骗局|受骗|被骗|防骗|打击|查处|查获|抓获|捣毁|打掉|破获|侦破|取缔|扫黄|净网"
    "|卖淫|招嫖|判处"
    "|拘留|刑法|黑产|黑灰产|团伙|引流|不法分子|落网|被抓|淫秽|黄赌毒|远离|切勿|谨防|警惕"
)
# These stand in any notice as well.
_RULES = "公安|法院|检察|整治|严禁|禁止|不得|抵制|拒绝|防范|举报|整顿|危害|教育引导|清朗|违规|罚款|治安管理"
_AGAINST_CRIME = lazy.compile(_CRIME)
_AGAINST = lazy.compile(f"{_CRIME}|{_RULES}")
_BREAKS = "。！？!?\n；;"
_REACH = 80
# Word lists whose hits are seeds, and the level that an entry without one of its own gets there.
_LEVELS = {"gambling": "gambling", "obscene": "obscene"}


class Sign(NamedTuple):
    """Something that hijackers write: [start, end) of the page's text, what it is, and how much it says (1 is enough alone)."""

    start: int
    end: int
    kind: str
    weight: float


class Seed(NamedTuple):
    """A hit of a word list. ``level``: gambling, obscene (those lists); critical, high, medium, low (the list hijack)."""

    start: int
    end: int
    level: str


class PageText:
    """``text`` as scanned and ``plain``, the same in simplified characters, with the same offsets.

    ``is_ordinary``: without traditional characters, vowels with tone marks and symbols.
    """

    def __init__(self, text: str, keywords: Sequence[Hit] = ()) -> None:
        self.text = text
        self.is_ordinary = _ANY.search(text) is None
        self.is_traditional = not self.is_ordinary and _TRADITIONAL.search(text) is not None
        self.plain = script.simplified(text) if self.is_traditional else text
        self._keywords = keywords

    @cached_property
    def seeds(self) -> list[Seed]:
        """The seeds in order; Latin ones only where they stand as words of their own."""
        return [seed for seed in map(_seed, self._keywords) if seed.level and self._stands_alone(seed)]

    @cached_property
    def _starts(self) -> list[int]:
        return [seed.start for seed in self.seeds]

    def seeds_between(self, start: int, end: int) -> list[Seed]:
        """The seeds that lie inside ``[start, end)``."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [seed for seed in self.seeds[first:last] if seed.end <= end]

    @cached_property
    def head(self) -> int:
        """The end of the page's first lines, where its title stands."""
        body = len(self.plain) - len(self.plain.lstrip())
        end = self.plain.find("\n", body)
        return min(len(self.plain), body + 120) if end < 0 else min(end, body + 120)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around ``[start, end)``, cut at 80 characters on either side."""
        first = max(self.plain.rfind(mark, max(0, start - _REACH), start) for mark in _BREAKS) + 1
        lasts = [at for at in (self.plain.find(mark, end, end + _REACH) for mark in _BREAKS) if at >= 0]
        return max(first, start - _REACH, 0), min(lasts, default=min(len(self.plain), end + _REACH))

    def is_against(self, start: int, end: int, *, crime: bool = False) -> bool:
        """Whether the sentence around ``[start, end)`` speaks of enforcement, warnings or prohibitions; ``crime``: of crime only."""
        first, last = self.sentence(start, end)
        return (_AGAINST_CRIME if crime else _AGAINST).search(self.plain, first, last) is not None

    def against(self, most: int = 3) -> int:
        """How many different words of enforcement the page holds, counted up to ``most``."""
        found, rest = self._enforcement
        # The text may be long and hold none: who asks again goes on where the last one stopped.
        while len(found) < most and (match := next(rest, None)) is not None:
            found.add(match[0])
        return min(len(found), most)

    @cached_property
    def _enforcement(self) -> tuple[set[str], Iterator[re.Match[str]]]:
        """The different words of enforcement that were met, and the places behind them that nobody has looked at."""
        return set(), _AGAINST.finditer(self.plain)

    def windows(self, levels: Iterable[str], reach: int = 60, most: int = 400) -> list[tuple[int, int]]:
        """Stretches of one line around the seeds of ``levels``, merged where they meet; the first ``most`` seeds count."""
        wanted = frozenset(levels)
        found: list[tuple[int, int]] = []
        for seed in [seed for seed in self.seeds if seed.level in wanted][:most]:
            start = max(self.plain.rfind("\n", max(0, seed.start - reach), seed.start) + 1, seed.start - reach, 0)
            end = self.plain.find("\n", seed.end, seed.end + reach)
            end = min(len(self.plain), seed.end + reach) if end < 0 else end
            if found and start <= found[-1][1]:
                found[-1] = found[-1][0], max(end, found[-1][1])
            else:
                found.append((start, end))
        return found

    def _stands_alone(self, seed: Seed) -> bool:
        text = self.text
        before, after = text[seed.start - 1 : seed.start], text[seed.end : seed.end + 1]
        return not (
            (text[seed.start].isascii() and before.isascii() and before.isalpha())
            or (text[seed.end - 1].isascii() and after.isascii() and after.isalpha())
        )


def _seed(hit: Hit) -> Seed:
    entry = hit.entry
    level = entry.severity if entry.entity == "PAGE_HIJACK" else _LEVELS.get(entry.lexicon, "")
    return Seed(hit.start, hit.end, level)
