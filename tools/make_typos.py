"""Renews lexicons/typos.tsv: ``python tools/make_typos.py pycorrector-…whl`` (``pip download --no-deps pycorrector``).

A misspelling is an official word, or a frequent one, with one character replaced by one of the same shape (tools/data/confusable.txt)
or of the same sound (pycorrector, Apache-2.0), if jieba's dictionary (MIT) does not know the result and finds it far less likely than the
word. Whether it is one in a given sentence is decided there (``boundary: likelier``).
"""

from __future__ import annotations

import sys
import zipfile
from collections import defaultdict
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

import jieba

sys.path.insert(0, str(Path(__file__).parents[1]))
from govredact.text import tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
DATA = Path(__file__).parent / "data"
HEADER = """\
# name: typos
# purpose: 错别字：误写 → 规范写法。命中后比较换与不换哪一种读得通，读得通才提示；只提示，不阻断发布
# source: 常见误写和公文用词由 govredact 编写；同音字取自 {version}（Apache-2.0），词频取自 jieba（MIT）；由 tools/make_typos.py 生成
# licence: Apache-2.0
# date: {date}
# kind: keyword
# entity: TYPO
# category: quality
# severity: low
# action: note
# boundary: likelier
# 手写的误写（boundary = word）词典里也有，只看词边界
word\tsuggestion\tboundary\tseverity
"""
# Ranks of characters by frequency: a slip yields a common character; alike ones may be rarer.
SOUND_RANK, SHAPE_RANK = 700, 3500
FREQUENT = 1500
# Least difference of log probabilities; a longer word does not come about by chance.
LEAST = {2: 6.0, 3: 6.0}
LEAST_LONG = 3.0
# Official terms that the dictionary knows badly count as ordinary words.
ORDINARY = 200
NAMES = ("nr", "ns", "nt", "nz")
# Names of the state and of its institutions: mistakes in them are serious (国办秘函〔2019〕19号).
_STATE = (
    "政府 人民政府 国家 国务院 共和国 中华人民共和国 共产党 中国共产党 党委 党组 党中央 中央 人大 政协 常委会 委员会 法院 检察院 纪委 监委 "
    "解放军 主席 总书记 书记 总理 部长 省长 市长 县长 社会主义 马克思主义 中华民族 领导小组"
)
STATE = frozenset(_STATE.split())
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖"
    "石金韦贾夏付方邹熊白孟秦邱侯江尹薛雷龙史陶贺毛郝顾龚邵万钱戴严莫孔向常汤康易乔武"
)


class Misspellings:
    """Wrong form → right form, in the order in which they were found; short forms before those that hold them."""

    def __init__(self, shape: dict[str, set[str]], sound: dict[str, set[str]]) -> None:
        self.found: dict[str, str] = {}
        self._shape = shape
        self._sound = sound
        self._frequency: dict[str, int] = jieba.dt.FREQ
        self._total = log(jieba.dt.total)
        single = sorted((c for c, f in self._frequency.items() if len(c) == 1 and f), key=lambda c: (-self._frequency[c], c))
        self._rank = {c: n for n, c in enumerate(single)}

    def add(self, word: str, sounds: bool) -> None:
        """The misspellings of ``word``; by sound only where ``sounds``."""
        probability = log(max(self._frequency.get(word) or 0, ORDINARY)) - self._total
        for position, char in enumerate(word):
            for other in self._others(char, sounds):
                wrong = word[:position] + other + word[position + 1 :]
                if self._is_new(wrong, other in self._shape[char]):
                    gain = probability - tokenizer.likelihood(wrong)
                    if gain >= LEAST.get(len(word), LEAST_LONG):
                        self.found[wrong] = word

    def _others(self, char: str, sounds: bool) -> list[str]:
        alike = {c for c in self._shape[char] if self._rank.get(c, SHAPE_RANK) < SHAPE_RANK}
        heard = {c for c in self._sound[char] if self._rank.get(c, SOUND_RANK) < SOUND_RANK} if sounds else set()
        return sorted(alike | heard)

    def _is_new(self, wrong: str, alike: bool) -> bool:
        if self._frequency.get(wrong) or wrong in self.found or any(part in self.found for part in _parts(wrong)):
            return False
        # 何平 for 和平 is somebody's name.
        return alike or len(wrong) > 3 or wrong[0] not in SURNAMES


def _parts(word: str) -> Iterator[str]:
    for start in range(len(word)):
        for end in range(start + 2, len(word) + (start > 0)):
            yield word[start:end]


def lines(name: str) -> list[str]:
    """The lines of a file of tools/data without its header."""
    return [line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def groups() -> dict[str, set[str]]:
    """Character → those of the same shape."""
    table: dict[str, set[str]] = defaultdict(set)
    for group in lines("confusable.txt"):
        for char in group:
            table[char] |= set(group) - {char}
    return table


def sounds(wheel: str) -> dict[str, set[str]]:
    """Character → those of the same sound and tone."""
    table: dict[str, set[str]] = defaultdict(set)
    with zipfile.ZipFile(wheel) as archive:
        for line in archive.read("pycorrector/data/same_pinyin.txt").decode("utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 1 and len(cells[0]) == 1:
                table[cells[0]] |= set(cells[1])
    return table


def frequent() -> Iterator[str]:
    """The frequent words of the dictionary that are no names."""
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split(" ")
        if int(frequency) >= FREQUENT and 2 <= len(word) <= 4 and not tag.startswith(NAMES):
            yield word


def row(wrong: str, right: str, by_hand: bool) -> str:
    """One line of the list, without empty cells at its end."""
    cells = (wrong, right, "word" if by_hand else "", "medium" if right in STATE else "")
    return "\t".join(cells).rstrip("\t") + "\n"


def main(wheel: str, date: str) -> None:
    """Writes the list; ``date`` is that of its header."""
    tokenizer.cut("加载")
    jieba.dt.initialize()
    misspelt = Misspellings(groups(), sounds(wheel))
    official = sorted(" ".join(lines("official_words.txt")).split(), key=len)
    for word in official:
        misspelt.add(word, sounds=True)
    for word in frequent():
        misspelt.add(word, sounds=False)
    known = dict(line.split("\t") for line in lines("known_typos.tsv"))
    rows = {**{wrong: right for wrong, right in misspelt.found.items() if wrong not in known}, **known}
    ordered = sorted(rows.items(), key=lambda row: (row[1], row[0]))
    body = "".join(row(wrong, right, wrong in known) for wrong, right in ordered)
    target = ROOT / "lexicons" / "typos.tsv"
    target.write_text(HEADER.format(version=Path(wheel).name.split("-py3")[0], date=date) + body, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
