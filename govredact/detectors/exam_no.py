"""准考证号, 考号 and 报名序号: letters and digits by label.

Results of an examination are published under the candidates' numbers, so that nobody else learns the names: in a list that
has a column of marks (成绩) the number is lawful and is allowed.
"""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.detectors.labelled import run_by_label
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.context.runs import Run
    from govredact.context.scan import Scan
    from govredact.models import Candidate

_FAR = 2000  # how far from the number, or from the beginning of its table, header cells are looked for
_NEAR = 200


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a run under a label of an examination, allowed in a list of results."""
    candidate = run_by_label(scan, run, "EXAM_NO", "exam_no", 0.8)
    if candidate is None or not _in_results(scan, run.start, run.evidence.via):
        return candidate
    return candidate._replace(action="allow", role="results", reasons=("results_list", *candidate.reasons))


def _in_results(scan: Scan, position: int, via: str) -> bool:
    """Whether the table (or, outside tables, the line) has a label for marks."""
    block = scan.tables.block(position)
    if block is not None:
        start, end = block.start, min(block.end, block.start + _FAR)
    elif via == "column":
        start, end = max(0, position - _FAR), position
    else:
        start, end = _line(scan.text, position)
    return any(hit.entry.field == "SCORE" for hit in scan.labels_between(start, end))


def _line(text: str, position: int) -> tuple[int, int]:
    """The part of the line around ``position`` that is near it."""
    first, last = max(0, position - _NEAR), position + _NEAR
    end = text.find("\n", position, last)
    return max(first, text.rfind("\n", first, position) + 1), last if end < 0 else end


DETECTOR = Detector(
    name="exam_no",
    entities=("EXAM_NO",),
    source="个人信息保护法 art. 4; DOMAIN section 5",
    digits=frozenset(range(7, 21)),
    tokens=frozenset(range(7, 21)),
    on_run=find,
    labels=frozenset({"EXAM_NO"}),
    labelled_only=True,
    found=(
        Example("准考证号：202133010123", "202133010123"),
        Example("考生张某，准考证号A2101000123，缺考", "A2101000123"),
        Example("姓名\t报名序号\t岗位\n张某\t20210512001\t会计\n", "20210512001"),
    ),
    clean=(
        "姓名 | 考号 | 成绩\n何某 | 20210512 | 86.5",
        "准考证号\t笔试成绩\n202133010123\t72.5\n202133010124\t70.0\n",
        "考生凭准考证号登录系统",
        "参考号 154085152946",
    ),
)
