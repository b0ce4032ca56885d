"""银行卡号: 13 to 19 digits with a Luhn check (GB/T 14504, ISO/IEC 7812); UnionPay numbers begin with 62."""

from __future__ import annotations

from govredact.detectors.base import CHECK, FORM, LABEL, THINGS, Detector, Example, in_identifier, is_quantity, reasons
from govredact.models import Candidate
from govredact.numbers import bank_card
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.context.runs import Run
    from govredact.context.scan import Scan

LABELS = frozenset({"BANK_CARD", "BANK_ACCOUNT", "BANK_NAME"})
_OWN = ("62", "9558", "9559")
_OLD = ("3", "4", "5", "6", "9")
_MONEY = lazy.compile("卡|银行|信用社|开户|账|帐|打款|汇款|转账|支付宝")


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a run of 13 to 19 digits, or None."""
    evidence = run.evidence
    if evidence.field in THINGS:
        return None
    checked = bank_card.luhn_holds(run.value)
    if evidence.field == "BANK_CARD" or (evidence.field in LABELS and checked and run.value.startswith(_OWN)):
        why = reasons("luhn" if checked else "luhn_failed", label=evidence.label, via=evidence.via)
        return Candidate(run.start, run.end, "BANK_CARD", 0.98 if checked else 0.8, why, "bank_card", LABEL | (CHECK if checked else 0))
    if not checked or run.broken or not _customary(run.groups):
        return None
    if is_quantity(scan, run.start, run.end) or in_identifier(scan, run.start, run.end):
        return None
    return _unlabelled(scan, run)


def _unlabelled(scan: Scan, run: Run) -> Candidate | None:
    if run.value.startswith(_OWN) and len(run.value) >= 16:
        return Candidate(run.start, run.end, "BANK_CARD", 0.85, ("luhn", "prefix"), "bank_card", FORM | CHECK)
    around = scan.text[max(0, run.start - 16) : run.start] + scan.text[run.end : run.end + 12]
    if run.value.startswith(_OLD) and len(run.value) >= 15 and _MONEY.search(around):
        return Candidate(run.start, run.end, "BANK_CARD", 0.65, ("luhn", "near:bank"), "bank_card", CHECK)
    return None


def _customary(groups: tuple[int, ...]) -> bool:
    """Cards are printed in fours (the last group shorter) or as 6 + rest."""
    if not groups:
        return True
    # 6 + 2 + 2 + 6 is the tail of a project code (2019-620102-48-03-012345), not a card.
    return set(groups[:-1]) == {4} or (groups[0] == 6 and set(groups[1:-1]) <= {4}) or set(groups) == {1}


DETECTOR = Detector(
    name="bank_card",
    entities=("BANK_CARD",),
    source="ISO/IEC 7812-1; GB/T 14504",
    digits=frozenset(range(13, 20)),
    on_run=find,
    labels=LABELS,
    found=(
        Example("打款至6217006282737974305（农业银行）", "6217006282737974305"),
        Example("银行卡：6216 6156 1640 2348 441（建设银行）", "6216 6156 1640 2348 441"),
        Example("6212261864815890130", "6212261864815890130"),
    ),
    clean=("3224890373453760", "保单号8026006593085876", "订单号377876897207538", "图斑编号86718515442095973"),
)
