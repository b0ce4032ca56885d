"""重复段落: a long paragraph that stands twice in one document, as happens when a text is pasted once too often."""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.context.scan import Scan

# A line of a form or a table may well be repeated; a sentence of this length is not.
_LONG = 60
_LARGEST = 4_000_000
_PART = 1 << 16
_SENTENCE = (
    "各乡镇人民政府、街道办事处要高度重视此项工作，明确专人负责，按照时间节点要求认真组织实施，"
    "确保各项任务落到实处，并于月底前将进展情况报送办公室。"
)


def find(scan: Scan) -> Iterable[Candidate]:
    """The second and further places of a paragraph, one candidate each."""
    if len(scan.text) > _LARGEST:
        return
    seen: set[str] = set()
    for start, line in _lines(scan.text):
        paragraph = line.strip() if len(line) >= _LONG else ""
        if len(paragraph) >= _LONG and paragraph[-1] in "。！”）" and "\t" not in paragraph and "|" not in paragraph:
            if paragraph in seen:
                start += line.index(paragraph)
                yield Candidate(start, start + len(paragraph), "TYPO", 0.7, ("repeated_paragraph",), "repeated_paragraph")
            seen.add(paragraph)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with where they begin; a part of the text is split at a time."""
    position = 0
    while position < len(text):
        cut = text.find("\n", position + _PART)
        for line in text[position : len(text) if cut < 0 else cut].split("\n"):
            yield position, line
            position += len(line) + 1


DETECTOR = Detector(
    name="repeated_paragraph",
    entities=("TYPO",),
    source="三审三校 初审: proofreading of the whole text",
    on_passage=find,
    found=(Example(f"{_SENTENCE}\n二、工作要求\n{_SENTENCE}", _SENTENCE), Example(f"　　{_SENTENCE}\n　　{_SENTENCE}", _SENTENCE)),
    clean=(_SENTENCE, "（一）提高认识。\n（一）提高认识。", f"{_SENTENCE}\n{_SENTENCE[:-8]}报办公室。"),
)
