"""断开的词: a space that cuts a word in running text (认真落 实工作), left over from a copy of a PDF page.

Titles and labels are spaced on purpose (通  知, 姓 名), so only a single space between characters inside a sentence counts.
"""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.text import lazy, tokenizer
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from govredact.context.scan import Scan

# Characters on either side of the space that must be running text, with no other space among them.
_AROUND = 6
_RUNNING = "[\u4e00-\u9fff，。；：、（）“”《》]"
_HAN = lazy.compile("[\u4e00-\u9fff]+")
# How much likelier the sentence is without the space, as a difference of logarithms.
_LEAST = 8.0


def find(scan: Scan, match: re.Match[str]) -> Iterable[Candidate]:
    """The word that the space cuts, if the sentence reads much better with it in one piece."""
    text, space = scan.text, match.start()
    left, right = text[max(0, space - _AROUND) : space], text[space + 1 : space + 1 + _AROUND]
    cut = next(((a, b) for a, b in tokenizer.cut(left + right) if a < _AROUND < b), None)
    if cut is None or not _HAN.fullmatch(left + right, *cut) or scan.tables.block(space) is not None:
        return
    if tokenizer.likelihood(left + right) - tokenizer.likelihood(left) - tokenizer.likelihood(right) >= _LEAST:
        start, end = space - _AROUND + cut[0], space + 1 - _AROUND + cut[1]
        word = (left + right)[slice(*cut)]
        yield Candidate(start, end, "TYPO", 0.75, ("split_word",), "split_word", suggestion=word)


DETECTOR = Detector(
    name="split_word",
    entities=("TYPO",),
    source="三审三校 初审: proofreading of the whole text",
    pattern=f" (?=[\u4e00-\u9fff]{_RUNNING}{{{_AROUND - 1}}})(?<={_RUNNING}{{{_AROUND}}} )",
    on_match=find,
    found=(Example("各部门要切实加强组 织领导，确保工作到位", "组 织"), Example("坚持以人民为中心的发 展思想，推动工作", "发 展")),
    clean=("关于做好防汛工作的通知 各乡镇人民政府", "主持人：市人民政府办公室主任 各部门负责人参加", "姓 名：张三"),
)
