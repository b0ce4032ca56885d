"""社会保障卡号 and 医保编号: letters and digits of many provincial forms without a common check, so by label only.

The social security *number* is the ID number and is found as such; what stands on the card is the number of the card.
"""

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

_LABELS = frozenset({"SOCIAL_CARD", "MEDICAL_INSURANCE"})
# Certificates of marriage, benefits and the like have their parts joined: J330106-2010-000123.
_JOINED = lazy.compile("[A-Za-z]{0,2}[0-9]{4,8}(?:-[0-9]{2,8}){1,3}")


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a run under a label of these cards; an ID number is left to its own detector."""
    return run_by_label(scan, run, "CN_SOCIAL_SECURITY_CARD", "social_security_card", 0.85)


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """A number in parts under such a label."""
    yield from by_label(scan, value, _JOINED, "CN_SOCIAL_SECURITY_CARD", "social_security_card", 0.8)


DETECTOR = Detector(
    name="social_security_card",
    entities=("CN_SOCIAL_SECURITY_CARD",),
    source="LD/T 32-2015 社会保障卡规范; 人社部发〔2011〕47号",
    digits=frozenset(range(8, 25)),
    tokens=frozenset(range(8, 25)),
    on_run=find,
    labels=_LABELS,
    labelled_only=True,
    fields=_LABELS,
    on_value=value_of_label,
    found=(
        Example("社会保障卡号：A12345678", "A12345678"),
        Example("姓名\t社保卡号\n张某\t620123198001\n李某\tB00123457\n", "B00123457"),
        Example("医保编号 3301060012345678", "3301060012345678"),
        Example("结婚证号：J330106-2010-000123", "J330106-2010-000123"),
    ),
    clean=(
        "社会保障卡号不得公开",
        "订单号：A12345678",
        "社保卡服务热线12333",
    ),
)
