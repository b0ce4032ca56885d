"""What the files of a run tell together: rows, the same person in several files, masks that complete each other."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from govredact.cli import main

if TYPE_CHECKING:
    from pathlib import Path


ID, MOBILE = "330122197903093562", "13824251196"
FILES = {
    "a.txt": f"姓名\t身份证号\t联系电话\n黎素珍\t{ID[:6]}********{ID[-4:]}\t138****1196\n",
    "b.txt": f"黎素珍，身份证号{ID[:14]}****。\n",
    "c.txt": f"申请人：黎素珍，身份证号{ID}，电话{MOBILE}\n",
    "d.txt": f"申请人：覃志远，身份证号330122196803066095，电话13832855536\n{MOBILE}来电咨询\n",
}


@pytest.fixture
def scan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    def run(*options: str) -> str:
        main(["scan", str(tmp_path), "--risk", "--as-of", "2026-11-22", *options])
        return capsys.readouterr().out

    return run


def places(records: list[dict[str, Any]]) -> list[str]:
    return [f"{record['path'][-5:]}:{record['location']['line']}" for record in records]


def test_rows_persons_and_masks_are_named_by_place(scan: Any) -> None:
    risk = json.loads(scan("--format", "json"))["risk"]
    assert places(risk["rows"]) == ["c.txt:1", "d.txt:1"]
    assert [(places(person["records"]), person["linked_by"]) for person in risk["persons"]] == [
        (["a.txt:2", "c.txt:1", "d.txt:2"], ["CN_MOBILE", "CN_RESIDENT_ID", "PERSON"])
    ]
    assert [(places(pair["records"]), pair["candidates"]) for pair in risk["masks"]] == [
        (["a.txt:2", "b.txt:1"], 1),
        (["a.txt:2", "c.txt:1"], 1),
        (["b.txt:1", "c.txt:1"], 1),
    ]


def test_no_value_stands_in_it(scan: Any) -> None:
    for output in (json.dumps(json.loads(scan("--format", "json"))["risk"], ensure_ascii=False), scan()):
        assert not [value for value in (ID, MOBILE, "黎素珍", "覃志远", ID[:14]) if value in output]


def test_the_output_is_the_same_whatever_the_number_of_processes(scan: Any) -> None:
    assert scan("--format", "json", "--jobs", "3") == scan("--format", "json", "--jobs", "1")


def test_the_report_fits_its_schema(scan: Any) -> None:
    schema = json.loads(resources.files("govredact.reports").joinpath("schema/report-1.0.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(scan("--format", "json")), schema)


def test_people_read_which_files_give_a_person_away(scan: Any) -> None:
    output = scan("--lang", "zh")
    assert "合看只剩 1 种可能" in output
    assert "同一个人见于多个文件" in output


def test_one_file_alone_completes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.txt").write_text(FILES["b.txt"], encoding="utf-8")
    main(["scan", str(tmp_path), "--risk", "--format", "json"])
    risk = json.loads(capsys.readouterr().out)["risk"]
    assert (risk["persons"], risk["masks"]) == ([], [])
