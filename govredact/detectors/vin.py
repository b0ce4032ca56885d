"""车辆识别代号 (车架号, VIN): seventeen characters, position 9 checks the others (GB 16735).

Without a label it must be of a vehicle made in China (L first) or have a word about vehicles nearby: one random number in
eleven passes the check.
"""

from __future__ import annotations

from govredact.detectors.base import CHECK, FORM, LABEL, Detector, Example, in_identifier, reasons
from govredact.detectors.labelled import by_label, near
from govredact.models import Candidate
from govredact.numbers import vin
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.runs import Run
    from govredact.context.scan import Scan, Value

_WORDS = lazy.compile("车架|车辆|识别代|VIN|机动车|汽车|轿车|货车|客车|摩托", lazy.IGNORECASE)
_LOOSE = lazy.compile("[A-Za-z0-9]{6,19}")
_FEWEST_LETTERS = 3


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for seventeen letters and digits, or None."""
    evidence = run.evidence
    checked = vin.is_valid(run.value)
    if evidence.field == "VIN":
        why = reasons("check_digit" if checked else "check_digit_failed", label=evidence.label, via=evidence.via)
        return _candidate(run, 0.98 if checked else 0.85, LABEL | FORM | (CHECK if checked else 0), why)
    if not checked or evidence.field or in_identifier(scan, run.start, run.end) or _letters(run.value) < _FEWEST_LETTERS:
        return None
    word = near(scan, run.start, run.end, _WORDS)
    if word:
        return _candidate(run, 0.85, FORM | CHECK, ("check_digit", f"near:{word}"))
    return _candidate(run, 0.7, FORM | CHECK, ("check_digit", "prefix")) if run.value[0] == "L" else None


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """What stands under the label and has another length: old chassis numbers, and mistyped ones."""
    digits = sum(char.isdigit() for char in scan.text[value.start : value.start + 19])
    if digits >= 4:
        yield from by_label(scan, value, _LOOSE, "VIN", "vin", 0.7)


def _letters(value: str) -> int:
    return sum(char.isalpha() for char in value)


def _candidate(run: Run, score: float, rank: int, why: tuple[str, ...]) -> Candidate:
    return Candidate(run.start, run.end, "VIN", score, why, "vin", rank)


DETECTOR = Detector(
    name="vin",
    entities=("VIN",),
    source="GB 16735-2019; ISO 3779",
    tokens=frozenset({17}),
    on_run=find,
    labels=frozenset({"VIN"}),
    fields=frozenset({"VIN"}),
    on_value=value_of_label,
    found=(
        Example("车架号：LSVAA4188E2123454", "LSVAA4188E2123454"),
        Example("该车LSVAA4188E2123454已被查封", "LSVAA4188E2123454"),
        Example("车辆识别代号LSVAA4181E2123454", "LSVAA4181E2123454"),
        Example("号牌号码\t车架号\n浙A12345\tA4182E123\n", "A4182E123"),
    ),
    clean=(
        "发动机号5121994N62B40A",
        "设备序列号LSVAA4181E2123454",
        "合同编号：LSVAA4188E2123454",
        "车架号应当清晰可辨",
    ),
)
