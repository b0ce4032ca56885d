"""时间不符: a publication date that cannot be true, or lies before the document that was published.

国办秘函〔2019〕19号 (检查指标): falsified publication dates are a veto item; the websites' rules: 发布时间不得改动. Compared are the dates
that a label names (发布时间, 成文日期), the date under the signature, the year of the document's number, and what the caller gave.
"""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.context.whole import Page, Whole
    from govredact.models import Observation
    from govredact.tampering.provenance import Dated


def find(whole: Whole) -> Iterable[tuple[Page | Observation, Candidate]]:
    """The dates of ``whole`` that do not fit, each with the reason."""
    from govredact.tampering import provenance

    shown = list(provenance.published(whole))
    written = list(provenance.written(whole))
    for date, reason in [*_impossible(whole, [*shown, *written]), *_early(whole, shown, written)]:
        yield date.place, Candidate(date.start, date.end, "DATE_MISMATCH", 0.8, (reason,), "date_mismatch")


def _impossible(whole: Whole, dates: list[Dated]) -> Iterator[tuple[Dated, str]]:
    today = whole.pages[0].scan.settings.as_of if whole.pages else ""
    for date in dates:
        if not date.is_possible:
            yield date, "impossible_date"
        elif today and date.iso > today:
            yield date, "future_date"


def _early(whole: Whole, shown: list[Dated], written: list[Dated]) -> Iterator[tuple[Dated, str]]:
    from govredact.tampering import provenance

    given = provenance.given_date(whole.origin.published)
    possible = [date for date in shown if date.is_possible]
    latest = max((date.iso for date in written if date.is_possible), default="")
    for date in possible:
        if latest and date.iso < latest:
            yield date, "published_before_document"
        elif any(date.year < number.year for number in provenance.number_years(whole)):
            yield date, "published_before_number"
        elif given and date.iso != "{:04d}-{:02d}-{:02d}".format(*given):
            yield date, "another_date_given"
    if given and not possible and latest and "{:04d}-{:02d}-{:02d}".format(*given) < latest:
        yield next(date for date in written if date.iso == latest), "published_before_document"


DETECTOR = Detector(
    name="date_mismatch",
    entities=("DATE_MISMATCH",),
    source="国办秘函〔2019〕19号 政府网站与政务新媒体检查指标 (单项否决); 国办发〔2017〕47号 政府网站发展指引",
    on_document=find,
    found=(
        Example("通知\n发布时间：2021-02-30\n各单位：", "发布时间：2021-02-30"),
        Example("关于检查的通知\n发布时间：2021-03-01\n各单位：请认真执行。\n青山县教育局\n2021年3月8日\n", "发布时间：2021-03-01"),
        Example("发文字号：青政发〔2022〕3号 发布日期：2021-12-01", "发布日期：2021-12-01"),
    ),
    clean=(
        "关于检查的通知\n发布时间：2021-03-09\n各单位：请认真执行。\n青山县教育局\n2021年3月8日\n",
        "发布时间：2019-07-13\n会议将于2020年3月5日举行",
        "发文字号：青政发〔2022〕3号 发布日期：2022-01-05",
    ),
)
