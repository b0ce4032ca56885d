"""户口簿号 and 户号: numbers of a household's register, by label only."""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.detectors.labelled import by_label, run_by_label
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.runs import Run
    from govredact.context.scan import Scan, Value
    from govredact.models import Candidate

_SHAPE = lazy.compile("(?:No\\.? ?|第)?[A-Za-z]{0,2}[0-9]{6,20}(?: ?号)?")


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a run of seven or more characters under the label, also for the second of a list."""
    return run_by_label(scan, run, "HOUSEHOLD_NO", "household_no", 0.8)


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """The number under a label of the household register, with No. and 号 where they stand."""
    yield from by_label(scan, value, _SHAPE, "HOUSEHOLD_NO", "household_no", 0.8)


DETECTOR = Detector(
    name="household_no",
    entities=("HOUSEHOLD_NO",),
    source="户口登记条例 (1958); GA 214",
    digits=frozenset(range(7, 21)),
    tokens=frozenset(range(7, 21)),
    on_run=find,
    labels=frozenset({"HOUSEHOLD_NO"}),
    labelled_only=True,
    fields=frozenset({"HOUSEHOLD_NO"}),
    on_value=value_of_label,
    found=(
        Example("户口簿号：330106001234", "330106001234"),
        Example("户口本号 No.012345678，户主张某", "No.012345678"),
        Example("户主\t户号\n张某\t330106000123\n", "330106000123"),
    ),
    clean=(
        "户口簿号码不得公开",
        "户口本号：******",
        "户口迁移自20210930起网上办理",
        "用电户号：3300012345",
    ),
)
