"""What the pages show happens: commands give the stated exit codes and output, Python runs, links lead somewhere."""

import contextlib
import importlib.util
import io
import re
import shlex
import shutil
import socket

import pytest
from markdown_pages import ROOT, all_pages, anchors, blocks, commands, links

from govredact.cli import main
from govredact.context.scan import Settings
from govredact.detectors import all_detectors
from govredact.documents import FORMATS
from govredact.engine.detect import detect
from govredact.engine.plan import Plan
from govredact.entities import ENTITIES
from govredact.lexicon import Matcher, shipped
from govredact.models import Passage

READMES = ("README.md", "README.en.md")
SHOWING = (*READMES, "docs/library.md", "docs/pre-commit.md")
LANGUAGES = {"README.md": "zh"}
# The numbers of people in the examples (not those of companies and offices, which are public).
VALUES = re.compile("(?<![0-9])(?:33012[0-9]{12}[0-9X]|1[3-9][0-9]{9})(?![0-9A-Z])")


def values_of_the_examples():
    """Every ID number and mobile that stands in the example texts."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in (ROOT / "examples").glob("*.[tcm][xsd]*")]
    found = {value for text in texts for value in VALUES.findall(text)}
    assert len(found) >= 8
    return found


def text_of(page):
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A new user's folder: the shipped examples, and no settings of this machine."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    for name in ("GOVREDACT_KEY", "GOVREDACT_DEBUG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*_args, **_options):
        raise AssertionError("govredact opened a network connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def run_python(source, namespace):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(source, "<page>", "exec"), namespace)
    return printed.getvalue()


def assert_shown(shown, output):
    """Every line of ``shown`` stands in ``output``; a line with an ellipsis stands for anything."""
    lines = [line.split() for line in output.splitlines()]  # the width of columns depends on the other rows
    for line in shown.splitlines():
        assert line == "…" or line.split() in lines, line


@pytest.mark.parametrize("page", SHOWING)
def test_what_a_page_shows_happens(page, office, no_network, monkeypatch, capsys):
    monkeypatch.setenv("GOVREDACT_LANG", LANGUAGES.get(page, "en"))
    namespace = {"__name__": "page"}
    output, private = "", values_of_the_examples()
    for block in blocks(text_of(page)):
        where = f"{page}:{block.line}"
        if block.file:
            (office / block.file).parent.mkdir(exist_ok=True)
            (office / block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "python":
            output = run_python(block.text, namespace)
        elif "python -m benchmarks." in block.text:
            # Takes a while, and continuous integration holds the floors; here the figures must be those of the pages.
            output = text_of("docs/accuracy.md") + text_of("docs/benchmarks.md")
        elif block.language == "text":
            assert_shown(block.text, output)
        elif found := commands(block):
            for command in found:
                assert command.code is not None, f"{where}: {command.words} states no exit code"
                assert main(shlex.split(command.words)[1:]) == command.code, f"{where}: {command.words}"
            captured = capsys.readouterr()
            output = captured.out + captured.err
            assert not [value for value in private if value in output], f"{where}: a value stands in the output"


@pytest.mark.parametrize("page", READMES)
def test_the_readme_shows_set_up_main_job_and_tests(page):
    shell = [line for block in blocks(text_of(page)) if block.language == "bash" for line in block.text.splitlines()]
    assert "pip install ." in shell
    assert "pip install -e '.[dev]'" in shell
    assert "pytest" in shell
    assert any(line.startswith("govredact scan examples/ ") for line in shell)


def test_the_readmes_tables_of_formats_name_what_can_be_masked():
    documents = {row.name: row.masks for row in FORMATS if row.name in ("docx", "pdf", "xlsx", "pptx", "ofd", "wps", "doc", "xls", "warc")}
    assert documents == {"warc": False, "docx": True, "xlsx": True, "pptx": True, "pdf": True}, "say so in the READMEs' tables, then here"
    assert all(row.masks for row in FORMATS if row.name not in documents)


def test_both_readmes_show_the_same_commands():
    shown = [[c.words for block in blocks(text_of(page)) for c in commands(block)] for page in READMES]
    assert [word.replace("masked/", "遮盖后/") for word in shown[1]] == shown[0]


def test_the_worked_example_of_a_detector_keeps_its_promises():
    source, test = (b.text for b in blocks(text_of("CONTRIBUTING.md")) if b.file.endswith("property_unit.py"))
    detector = run_detector(source)
    detectors = [*all_detectors(), detector]
    plan = Plan(detectors, Matcher.build(shipped("labels"), [a for d in detectors for a in d.anchors]), Settings(2026, "2026-11-22"))
    for example in detector.found:
        values = [(example.text[c.start : c.end], c.detector) for c in detect(plan, Passage(example.text))[1]]
        assert (example.value, "property_unit") in values
    for text in detector.clean:
        assert detect(plan, Passage(text))[1] == [], text
    compile(test, "<CONTRIBUTING.md>", "exec")


def run_detector(source):
    namespace = {"__name__": "property_unit"}
    exec(compile(source, "<CONTRIBUTING.md>", "exec"), namespace)
    return namespace["DETECTOR"]


def test_the_page_of_entities_is_the_registry():
    spec = importlib.util.spec_from_file_location("make_entities_page", ROOT / "tools" / "make_entities_page.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert text_of("docs/entities.md") == tool.page(), "run python tools/make_entities_page.py"
    assert [name for name in re.findall(r"^\| `(\w+)`", tool.page(), re.MULTILINE) if name not in ENTITIES] == []
    assert len(re.findall(r"^\| `\w+`", tool.page(), re.MULTILINE)) == len(ENTITIES)


@pytest.mark.parametrize("page", [str(path.relative_to(ROOT)) for path in all_pages()])
def test_links_lead_somewhere(page):
    for target in links(text_of(page)):
        path, _, anchor = target.partition("#")
        file = ((ROOT / page).parent / path).resolve() if path else ROOT / page
        assert file.exists(), target
        assert not anchor or anchor in anchors(file.read_text(encoding="utf-8")), target


def test_the_changelog_names_the_version():
    from govredact import __version__

    assert f"## [{__version__}]" in text_of("CHANGELOG.md")
