"""Where a page says it comes from and when it appeared: its source line, its dates, and what the caller knows (Origin)."""

from __future__ import annotations

from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from govredact.context.whole import Page, Whole
    from govredact.models import Observation

_DATE = "((?:19|20)[0-9]{2})[-/.年] ?([0-9]{1,2})[-/.月] ?([0-9]{1,2})日?"
_PUBLISHED = lazy.compile(f"(?:发布|发表|公布|上传|刊发)(?:时间|日期)[:：]? {{0,3}}{_DATE}")
_WRITTEN = lazy.compile(f"(?:成文|印发|签发|落款)(?:时间|日期)[:：]? {{0,3}}{_DATE}")
_ANY_DATE = lazy.compile(_DATE)
_SIGNED = lazy.compile(f"(?:^|\n)[ \u3000\t]*{_DATE}[ \u3000\t]*(?=\n|$)")
_SIGNER = lazy.compile("(?:政府|办公室|办公厅|委员会|局|厅|部|院|中心|会|处|站|大队|支队|公司|学校|大学|学院|医院)[ \u3000\t]*$")
_NUMBER = lazy.compile("(?:发文字号|文号|文件编号)[:：]? {0,3}[\u4e00-\u9fff]{1,12}[〔\\[（(]((?:19|20)[0-9]{2})[〕\\]）)]第?[0-9]{1,5}号")
_SOURCE = lazy.compile("(?:信息|文章|稿件|新闻|内容|资料)?(?:来[ \u3000]?源|出处)[:：][ \u3000]{0,3}([^\\s\u3000|【】\\[\\]<>]{0,30})")
_HEAD, _TAIL = 1500, 600


class Dated(NamedTuple):
    """A date on a page: its span there, year, month and day as written."""

    place: Page | Observation
    start: int
    end: int
    year: int
    month: int
    day: int

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has such a day."""
        days = (
            31,
            29 if self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0) else 28,
            31,
            30,
            31,
            30,
            31,
            31,
            30,
            31,
            30,
            31,
        )
        return 1 <= self.month <= 12 and 1 <= self.day <= days[self.month - 1]

    @property
    def iso(self) -> str:
        """``2026-11-29``; comparable where the day is possible."""
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


class Said(NamedTuple):
    """Words on a page with their span; ``value`` may be empty where a label has none."""

    place: Page | Observation
    start: int
    end: int
    value: str


def text_pages(whole: Whole) -> list[Page]:
    """The pages that are read as text: not the file's name, nor attributes and scripts."""
    apart = frozenset(("file_name", "attribute", "script", "style", "comment"))
    return [page for page in whole.pages if page.scan.passage.traits(0).isdisjoint(apart)]


def published(whole: Whole) -> Iterator[Dated]:
    """The publication dates: of the page's own metadata, then those that a label names in its first lines."""
    for observation in whole.observed("page_meta"):
        if observation.about.get("field") == "published":
            match = _ANY_DATE.search(observation.text)
            if match:
                yield _dated(observation, match)
    for page in text_pages(whole)[:1]:
        for match in _PUBLISHED.finditer(page.scan.text, 0, _HEAD):
            yield _dated(page, match)


def written(whole: Whole) -> Iterator[Dated]:
    """The dates of the document: under a label in its first lines, and below the name of an office in its last ones."""
    for page in text_pages(whole)[:1]:
        text = page.scan.text
        for match in _WRITTEN.finditer(text, 0, _HEAD):
            yield _dated(page, match)
        signed = list(_SIGNED.finditer(text, max(0, len(text) - _TAIL)))
        if signed and _SIGNER.search(text, max(0, signed[-1].start() - 40), signed[-1].start()):
            yield _dated(page, signed[-1])


def number_years(whole: Whole) -> Iterator[Dated]:
    """The years in the document's own number, as the first day of the year."""
    for page in text_pages(whole)[:1]:
        for match in _NUMBER.finditer(page.scan.text, 0, _HEAD):
            yield Dated(page, match.start(), match.end(), int(match[1]), 1, 1)


def sources(whole: Whole) -> Iterator[Said]:
    """What the page names as its source, in its metadata and in its first and last lines."""
    for observation in whole.observed("page_meta"):
        if observation.about.get("field") == "source":
            yield Said(observation, 0, len(observation.text), observation.text.strip())
    for page in text_pages(whole)[:1]:
        text = page.scan.text
        spans = [(0, min(_HEAD, len(text)))]
        if len(text) > _HEAD:
            spans.append((max(_HEAD, len(text) - _TAIL), len(text)))
        for first, last in spans:
            for match in _SOURCE.finditer(text, first, last):
                yield Said(page, match.start(), match.end(), match[1])


def given_date(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date that the caller gave; ``None`` where there is none."""
    match = _ANY_DATE.search(text)
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def _dated(place: Page | Observation, match: re.Match[str]) -> Dated:
    return Dated(place, *match.span(), int(match[1]), int(match[2]), int(match[3]))
