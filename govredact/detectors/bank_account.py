"""银行账号: 8 to 30 digits without any check, so only under a label or in a column (账号, 一卡通, 存折).

The account of an organisation (户名：某某有限公司) is published in tenders on purpose and goes to review.
"""

from __future__ import annotations

from govredact.detectors.base import LABEL, Detector, Example, is_quantity, reasons
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.context.runs import Run
    from govredact.context.scan import Scan

_ORGANISATION = lazy.compile(
    "(?:户名|名称|收款人|收款单位|开户单位)[:：\\s]{0,3}[^，,；;。\n]{0,30}(?:公司|局|中心|委员会|政府|财政|医院|学校|学院|协会|厂|社|所)"
)


# Where fines and charges are paid; and public bodies as the holders of an account, named right before it.
_PAID_TO = lazy.compile("罚[款没金][^。\n]{0,24}(?:[缴汇交]至|[缴汇]入)|罚没(?:账户|专户|收入)|非税|国库|财政(?:专户|局)|代收(?:机构|银行)")
_PUBLIC = lazy.compile(
    "(?:户名|账户名称?|收款单位|收款人)[:：\\s]{0,3}[\u4e00-\u9fff（）()]{2,24}"
    "(?:局|厅|委员会|政府|法院|检察院|大队|支队|国库|财政专户|非税收入专户|罚没专户)(?![\u4e00-\u9fff])"
    "(?:(?!户名|收款)[^。\n]){0,40}$"
)


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a run under an account label, or None."""
    evidence = run.evidence
    if "***" in (scan.text[run.end : run.end + 3], scan.text[max(0, run.start - 3) : run.start]) or is_quantity(scan, run.start, run.end):
        return None
    if evidence.field == "BANK_NAME" and (run.groups or len(run.value) < 12):
        return None
    why = reasons(label=evidence.label, via=evidence.via)
    if _PUBLIC.search(scan.text, max(0, run.start - 80), run.start):
        return _of_organisation(run, why, "allow")
    holder = _about_holder(scan, run)
    if _ORGANISATION.search(holder) or _PAID_TO.search(holder):
        return _of_organisation(run, why, "review")
    return Candidate(run.start, run.end, "BANK_ACCOUNT", 0.85, why, "bank_account", LABEL)


def _about_holder(scan: Scan, run: Run) -> str:
    """What stands around the number, in a table on its row; where a holder is named before it, what stands between the two."""
    first, last = max(0, run.start - 80), run.end + 60
    if run.evidence.via == "column":
        row = scan.line(run.start)
        first, last = max(first, row[0]), min(last, row[1])
    before = scan.text[first : run.start]
    holder = before.rfind("户名")
    return before[holder:] if holder >= 0 else before + scan.text[run.start : last]


def _of_organisation(run: Run, why: tuple[str, ...], action: str) -> Candidate:
    return Candidate(run.start, run.end, "BANK_ACCOUNT", 0.8, ("organisation", *why), "bank_account", LABEL, "organisation", action)


DETECTOR = Detector(
    name="bank_account",
    entities=("BANK_ACCOUNT",),
    source="个人信息保护法 art. 28 (金融账户)",
    digits=frozenset(range(8, 31)),
    on_run=find,
    labels=frozenset({"BANK_ACCOUNT", "BANK_NAME"}),
    labelled_only=True,
    found=(
        Example("账户：573010178557885", "573010178557885"),
        Example("户名：曹某；账号：52711470124211582658；开户行：邮储银行", "52711470124211582658"),
        Example("开户行及账号：工行某某支行2469354574142845045", "2469354574142845045"),
        Example("姓名\t一卡通账号\n张某\t80260065930858\n李某\t80260065930866\n", "80260065930858"),
    ),
    clean=("银行账户信息不得公开，个人住址须去标识化处理", "合同编号：20210930123456"),
)
