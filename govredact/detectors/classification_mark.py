"""密级标志: the word of the level and a star, as it stands on a document (秘密★1年, 机密★, 绝密 ☆ 长期).

The star makes the mark: the words 机密 and 国家秘密 in running text are none. A rule that quotes the form (“秘密★保密期限”) is about
marks and carries none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govredact.detectors.base import FORM, Detector, Example
from govredact.models import Candidate
from govredact.text import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan

_LEVEL = lazy.compile("(?:绝|机|秘)[ \u3000]{0,4}密[ \u3000]{0,4}$")
_TERM = lazy.compile(
    "[ \u3000]{0,4}(?:长[ \u3000]?期|[0-9〇一二三四五六七八九十]{1,3}[ \u3000]?(?:年|个月|天|日)|[^\\s，。；“”]{0,12}(?:前|后|时|解密))"
)
_QUOTES = frozenset("“”「」『』\"'‘’《》")
_REACH = 12


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The mark whose star stands at ``[start, end)``."""
    level = _LEVEL.search(scan.text, max(0, start - _REACH), start)
    if level is None:
        return
    term = _TERM.match(scan.text, end)
    last = term.end() if term else end
    first = level.start()
    if {scan.text[first - 1 : first], scan.text[last : last + 1]} & _QUOTES:
        return
    # 工作秘密★ is a mark of its own kind; the words before the level tell which.
    entity = "WORK_SECRET_MARK" if scan.text.endswith("工作", 0, first) else "CLASSIFICATION_MARK"
    yield Candidate(first - 2 if entity == "WORK_SECRET_MARK" else first, last, entity, 0.9, ("mark",), "classification_mark", FORM)


DETECTOR = Detector(
    name="classification_mark",
    entities=("CLASSIFICATION_MARK", "WORK_SECRET_MARK"),
    source="保守国家秘密法 (2024) art. 21; GB/T 9704-2012, 7.2.2",
    anchors=("★", "☆"),
    on_anchor=find,
    found=(
        Example("秘密★1年\n青山县人民政府文件", "秘密★1年", "CLASSIFICATION_MARK"),
        Example("000012\n机　密 ★ 长期\n特急", "机　密 ★ 长期", "CLASSIFICATION_MARK"),
        Example("【绝密★】", "绝密★", "CLASSIFICATION_MARK"),
        Example("机密☆会议开始前", "机密☆会议开始前", "CLASSIFICATION_MARK"),
        Example("工作秘密★3年", "工作秘密★3年", "WORK_SECRET_MARK"),
    ),
    clean=(
        "国家秘密标志形式为“密级★保密期限”",
        "在首页左上角标注“机密★10年”",
        "国家秘密的密级分为绝密、机密、秘密三级",
        "★重点工作★",
        "案例：丢失机密级文件",
    ),
)
