"""Marks in English on a Chinese office's paper (CONFIDENTIAL, TOP SECRET, INTERNAL USE ONLY, DRAFT - NOT FOR RELEASE).

The line, header or watermark must consist of such phrases and stand at the head or end of the document. A confidentiality notice in a
sentence is none, and neither is a list of words with their translations.
"""

from __future__ import annotations

from govredact.context.marking import explains
from govredact.context.standing import in_navigation, line_above, standing
from govredact.detectors.base import FORM, Detector, Example
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan

_NAME = "english_mark"
_CLOSED = (
    "(?:(?:strictly|highly|company|government|commercial(?:ly)?|business) )?confidential(?: (?:document|information|material))?|"
    "top secret|(?:for )?(?:internal|official|restricted|limited|government)(?: (?:use|distribution|circulation|reference))(?: only)?|"
    "internal only|not for (?:public )?(?:release|distribution|circulation|disclosure|publication)|no (?:distribution|circulation)|"
    "do not (?:distribute|copy|forward|circulate|disclose|release)|eyes only"
)
_DRAFT = (
    "(?:(?:working|first|second|final|preliminary|internal|discussion) )?draft"
    "(?: (?:for (?:discussion|review|comments?)|v?[0-9.]{1,5}))?"
)
_CHINESE = "[绝机秘]密(?:★[^\\s]{0,8})?|内部(?:资料|文件)?|(?:严禁|请勿|不得)外传|草案|草稿|讨论稿"
_MARK = lazy.compile(f"(?i:(?:(?:{_CLOSED}|{_DRAFT}|{_CHINESE})(?![a-z])[ \u00a0,.;:/&!*_|—–-]{{0,6}}(?:and )?){{1,5}})")
_IS_CLOSED = lazy.compile(f"(?i:{_CLOSED})")
_ANCHORS = (
    *("confidential", "top secret", "use only", "internal only", "official use", "internal use", "not for release", "not for public"),
    *("distribut", "circulat", "do not copy", "do not forward", "do not disclose", "eyes only", "draft"),
)
_LONGEST, _AROUND = 120, 120
_BORDERS = "\n\r\t|│<>（([【"
_SIGNS = " \u3000\u00a0*_#~-—–.·[]()（）【】"


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The mark that the phrase at ``[start, end)`` belongs to, if its line says nothing else."""
    text = scan.text
    first = max(text.rfind(border, max(0, start - _LONGEST), start) for border in _BORDERS) + 1
    first = max(first, start - _LONGEST)
    while first < start and text[first] in _SIGNS:
        first += 1
    match = _MARK.match(text, first, min(len(text), end + _LONGEST))
    if match is None or match.end() < end:
        return
    last = first + len(match[0].rstrip(_SIGNS + ",;:/&!|"))
    place = standing(scan, first, last)
    if not place.alone or place.place in ("aside", "link", "body") or (place.cell is not None and place.beside):
        return
    if place.place not in ("header", "name") and (explains(line_above(scan, first)) or _is_listed(text, first, last)):
        return
    if not in_navigation(scan, first, last):
        entity = "INTERNAL_MARK" if _IS_CLOSED.search(match[0]) else "DRAFT_MARK"
        # In small letters a word alone may be the title of anything.
        action = "review" if place.place != "header" and " " not in text[first:last] and not text[first:last].isupper() else ""
        yield Candidate(first, last, entity, 0.85, ("mark", "alone", f"mark_in_{place.place}"), _NAME, FORM, action=action)


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether other phrases of the kind stand in the lines around: words and their translations, or the levels of a scale."""
    around = text[max(0, start - _AROUND) : start] + "\n" + text[end : end + _AROUND]
    own = text[start:end].lower()
    return any(match[0].lower() not in own for match in _IS_CLOSED.finditer(around))


DETECTOR = Detector(
    name=_NAME,
    entities=("INTERNAL_MARK", "DRAFT_MARK"),
    source="政府信息公开条例 (2019) arts. 14, 16: what the same marks in Chinese say",
    anchors=_ANCHORS,
    on_anchor=find,
    found=(
        Example("CONFIDENTIAL\n青山县人民政府文件", "CONFIDENTIAL", "INTERNAL_MARK"),
        Example("Confidential - Internal Use Only\n关于检查的通知", "Confidential - Internal Use Only", "INTERNAL_MARK"),
        Example("TOP SECRET 机密\n关于检查的通知", "TOP SECRET 机密", "INTERNAL_MARK"),
        Example("DRAFT\n关于检查的通知", "DRAFT", "DRAFT_MARK"),
    ),
    clean=(
        "CONFIDENTIALITY NOTICE\nThe information on this site is public.",
        "We keep the personal data of visitors confidential.",
        "机密 Confidential\n绝密 Top Secret\n内部资料 For internal use only",
        "DRAFT BEER FESTIVAL",
    ),
)
