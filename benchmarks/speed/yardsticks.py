"""What govredact is compared with: one pass of other tools, or of the plainest code, over the same text."""

from __future__ import annotations

import importlib
import importlib.util
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ahocorasick

from govredact.numbers import bank_card, phone, plate, resident_id, uscc

if TYPE_CHECKING:
    from collections.abc import Callable

    Spans = list[tuple[int, int, str]]

# Nine kinds of number with their validators: what a careful colleague would write in an afternoon. Order decides where two fit.
NINE: dict[str, tuple[str, Callable[[str], bool]]] = {
    "CN_RESIDENT_ID": (r"[1-9]\d{16}[\dXx]", resident_id.is_valid),
    "CN_USCC": (r"[1-9AN][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}", uscc.is_valid),
    "BANK_CARD": (r"[3-6]\d{12,18}", bank_card.is_valid),
    "CN_MOBILE": (r"1[3-9]\d{9}", phone.is_mobile),
    "BANK_ACCOUNT": (r"\d{13}", lambda _value: True),
    "CN_LANDLINE": (r"0\d{2,3}-[2-8]\d{6,7}", lambda _value: True),
    "CN_PASSPORT": (r"[EGDSPH][A-Z]?\d{7,8}", lambda _value: True),
    "CN_VEHICLE_PLATE": (
        r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-HJ-NP-Z0-9]{5,6}",
        lambda value: bool(plate.kind(value)),
    ),
    "EMAIL": (r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}", lambda _value: True),
}
IN_TABLE = ("CN_RESIDENT_ID", "BANK_CARD", "CN_MOBILE", "BANK_ACCOUNT")


class CombinedPatterns:
    """One `re` with an alternative for each kind, behind one look-behind, and the validators of `NINE`."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        alternatives = "|".join(f"(?P<{kind}>{NINE[kind][0]})" for kind in kinds)
        self._pattern = re.compile(f"(?<![0-9A-Za-z])(?:{alternatives})(?![0-9A-Za-z])", re.ASCII)
        self._validators = {kind: NINE[kind][1] for kind in kinds}

    def find(self, text: str) -> Spans:
        """Spans of all matches that hold."""
        validators = self._validators
        spans = []
        for match in self._pattern.finditer(text):
            kind = str(match.lastgroup)
            if validators[kind](match[0]):
                spans.append((match.start(), match.end(), kind))
        return spans


class LatinAutomaton:
    """pyahocorasick over UTF-8 seen as latin-1, the fastest way to use it on Chinese text."""

    def __init__(self, words: list[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for number, word in enumerate(words):
            self._automaton.add_word(latin(word), number)
        self._automaton.make_automaton()

    def count(self, text: str) -> int:
        """Hits in a text that was made by `latin`."""
        return sum(1 for _ in self._automaton.iter(text))


def latin(text: str) -> str:
    """UTF-8 bytes as one character each."""
    return text.encode().decode("latin-1")


def presidio(kinds: tuple[str, ...]) -> dict[str, Callable[[str], object]]:
    """Presidio's analyzer without a model, in three settings, each with one pattern recogniser for each of `kinds`.

    As it installs (its own recognisers for Chinese, a blank Chinese tokenizer); only our patterns with that tokenizer; only our
    patterns and no tokenizer at all. Empty where Presidio is not installed.
    """
    if importlib.util.find_spec("presidio_analyzer") is None:
        return {}
    engines = importlib.import_module("presidio_analyzer.nlp_engine")
    blank = _blank_tokenizer(engines.SpacyNlpEngine)
    without = engines.NoOpNlpEngine([{"lang_code": "zh", "model_name": "none"}])
    return {
        "Presidio as it installs, plus equal patterns": _analyzer(kinds, blank, predefined=True),
        "Presidio, only equal patterns": _analyzer(kinds, blank),
        "Presidio, only equal patterns, no tokenizer": _analyzer(kinds, without),
    }


def _blank_tokenizer(base: Any) -> Any:
    spacy = importlib.import_module("spacy")

    class Blank(base):  # type: ignore[misc]
        """spaCy's tokenizer for Chinese and nothing else: no model is downloaded."""

        def __init__(self) -> None:
            super().__init__(models=[{"lang_code": "zh", "model_name": "blank"}])
            self.nlp = {"zh": spacy.blank("zh")}

        def load(self) -> None:
            """There is nothing to load."""

    return Blank()


def _analyzer(kinds: tuple[str, ...], engine: Any, *, predefined: bool = False) -> Callable[[str], object]:
    library = importlib.import_module("presidio_analyzer")
    registry = library.RecognizerRegistry(supported_languages=["zh"])
    if predefined:
        registry.load_predefined_recognizers(languages=["zh"])
        registry.remove_recognizer("EmailRecognizer")  # it opens a network connection during a scan
    for kind in kinds:
        pattern = f"(?<![0-9A-Za-z])(?:{NINE[kind][0]})(?![0-9A-Za-z])"
        registry.add_recognizer(_recognizer(library.PatternRecognizer, kind, [library.Pattern(kind, pattern, 0.5)]))
    analyzer = library.AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["zh"])
    return lambda text: analyzer.analyze(text, language="zh")


def _recognizer(base: Any, kind: str, patterns: list[Any]) -> Any:
    validator = NINE[kind][1]

    class Validated(base):  # type: ignore[misc]
        """A pattern recogniser with the same validator as everybody else."""

        def validate_result(self, pattern_text: str) -> bool:
            return validator(pattern_text)

    return Validated(supported_entity=kind, patterns=patterns, supported_language="zh")


def helan() -> dict[str, Callable[[str], object]]:
    """helan's `recognize` as it installs; empty where it is not installed."""
    if importlib.util.find_spec("helan") is None:
        return {}
    return {"helan": importlib.import_module("helan").recognize}


def ripgrep(text: str) -> list[str] | None:
    """A command that counts four of the patterns in `text` with ripgrep; None where it is not installed. Validators are beyond it."""
    program = shutil.which("rg")
    if program is None or subprocess.run([program, "--version"], capture_output=True, check=False).returncode:
        return None
    path = Path(tempfile.gettempdir()) / "govredact-benchmark-rg.txt"
    path.write_text(text, encoding="utf-8")
    return [program, "--count-matches", "--no-config", *(f"-e{NINE[kind][0]}" for kind in IN_TABLE), str(path)]
