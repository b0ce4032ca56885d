"""第…条 that lost its numeral (依照第条规定): left over from a draft or from a copy of a picture."""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan

# 第一、第条 beside a numeral is a list of them; in 次第条目 the sign belongs to another word.
_ORDERS = ("次", "等", "门", "府", "宅")
_GOES_ON = {"第条": "目纹", "第项": "目", "第款": "式", "第章": "法", "第节": "点目假", "第号": "码召"}


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The anchor, unless it is a part of other words."""
    text = scan.text
    if text[start - 1 : start] not in _ORDERS and text[end : end + 1] not in tuple(_GOES_ON.get(text[start:end], "")):
        yield Candidate(start, end, "TYPO", 0.85, ("numeral_lost",), "lost_numeral")


DETECTOR = Detector(
    name="lost_numeral",
    entities=("TYPO",),
    source="立法技术规范（试行） (references to articles)",
    anchors=(*_GOES_ON, "第次会议", "第届"),
    on_anchor=find,
    found=(Example("依照《办法》第条规定处理", "第条"), Example("召开第次会议研究", "第次会议"), Example("国务院令第号公布", "第号")),
    clean=("依照《办法》第三条规定处理", "第2次会议", "门第条件", "次第条目"),
)
