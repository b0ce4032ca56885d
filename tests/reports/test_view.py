"""The public view: the contract's keys, and no value in any corner unless asked for."""

import json
from importlib import resources

import jsonschema
import pytest

from govredact.models import FileReport, Location
from govredact.reports.cover import Cover, clean_path
from govredact.reports.view import public_view

SCHEMA = json.loads((resources.files("govredact.reports") / "schema" / "report-1.0.schema.json").read_text("utf-8"))
VALUES = ("110101199003074258", "13800138000")


@pytest.mark.parametrize("options", [{}, {"show_values": True}, {"show_all": True}, {"risk": True}])
def test_every_view_fits_the_schema(report, options):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(public_view(report, **options), SCHEMA)


def test_hostile_names_fit_the_schema_and_utf8(hostile_view):
    jsonschema.validate(hostile_view, SCHEMA)
    json.dumps(hostile_view, ensure_ascii=False).encode("utf-8")


def test_keys_of_the_contract(view):
    assert list(view) == ["schema_version", "as_of", "tool", "policy", "summary", "files"]
    contract = {"fingerprint", "entity", "category", "action", "severity", "score", "detector", "member", "start", "end", "preview",
                "location", "locations", "reasons"}  # fmt: skip
    assert contract <= set(view["files"][0]["findings"][0])
    assert "value" not in view["files"][0]["findings"][0]
    assert view["schema_version"] == "1.0"
    assert view["files"][0]["findings"][0]["score"] == 0.99


@pytest.mark.parametrize("options", [{}, {"show_all": True}, {"risk": True}])
def test_no_value_anywhere(report, options):
    text = json.dumps(public_view(report, **options), ensure_ascii=False)
    assert not [value for value in VALUES if value in text]


def test_value_in_names_is_covered_everywhere(view):
    file = view["files"][2]
    assert file["path"] == "138****8000.txt"
    assert file["masked"]["path"] == "out/138****8000.txt"
    assert file["findings"][1]["member"] == "138****8000/内.xlsx"
    assert file["findings"][1]["location"]["cell"] == "138****8000!B3"


def test_show_values_shows_them(report):
    view = public_view(report, show_values=True)
    assert view["files"][0]["findings"][0]["value"] == VALUES[0]
    assert view["files"][2]["path"] == f"{VALUES[1]}.txt"


def test_lawful_and_filtered_findings_only_with_all(report):
    assert [f["entity"] for f in public_view(report)["files"][0]["findings"]] == ["CN_RESIDENT_ID", "CN_MOBILE"]
    file = public_view(report, show_all=True)["files"][0]
    assert [f["entity"] for f in file["findings"]] == ["CN_RESIDENT_ID", "CN_MOBILE", "CN_USCC"]
    assert [f["filtered_by"] for f in file["filtered"]] == ["baseline"]


def test_summary_counts_what_is_shown(view):
    summary = view["summary"]
    assert (summary["files"], summary["scanned"], summary["unreadable"], summary["skipped"]) == (5, 3, 1, 1)
    assert (summary["findings"], summary["filtered"], summary["inline_ignored"]) == (5, 1, 2)
    assert summary["by_action"] == {"mask": 5}
    assert summary["by_severity"] == {"high": 4, "medium": 1}
    assert summary["by_entity"] == {"CN_MOBILE": 2, "CN_RESIDENT_ID": 3}


def test_risk_counts_private_values(report):
    assert public_view(report, risk=True)["files"][0]["risk"] == {"identifiers": {"CN_MOBILE": 1, "CN_RESIDENT_ID": 1}}


@pytest.mark.parametrize(("value", "end"), [("1234", (2, 9)), ("12\n34", (3, 3)), ("12\r\n", (3, 1))])
def test_end_of_a_finding_in_lines_and_columns(report, findings_of, value, end):
    file = FileReport("a", "text", "0" * 64, "scanned", (findings_of(value, "*", location=Location("text", line=2, column=5)),))
    shown = public_view(report._replace(files=(file,)))["files"][0]["findings"][0]
    assert (shown["end_line"], shown["end_column"]) == end


def test_undecodable_path_is_written_as_escape():
    assert clean_path("a\udcff.txt") == "a\\xff.txt"
    assert clean_path("\ud83d") == "\\ud83d"


def test_covering_does_not_depend_on_the_number_of_findings(findings_of):
    cover = Cover(findings_of(f"{n:018d}", "***") for n in range(100_000))
    assert cover.path("x/000000000000000007/y") == "x/***/y"
    assert cover.cell("000000000000000007!B3") == "***!B3"
