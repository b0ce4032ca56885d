"""Formats for programs: valid, complete, and closed against what documents put into them."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import jsonschema
import pytest

from govredact.entities import ENTITIES
from govredact.reports import FORMATS, JSON_FORMATS, render


def parsed(name, view, style):
    return json.loads(render(name, view, style))


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_holds_a_value_and_all_can_be_encoded(name, view, hostile_view, style):
    text = render(name, view, style)
    assert "110101199003074258" not in text
    assert "13800138000" not in text
    render(name, hostile_view, style).encode("utf-8")


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "console"])
def test_machine_formats_do_not_depend_on_the_language(name, view):
    from govredact.messages import Texts
    from govredact.reports import Style

    assert render(name, view, Style(Texts("zh"))) == render(name, view, Style(Texts("en")))


@pytest.mark.parametrize("name", JSON_FORMATS)
def test_json_in_ascii_means_the_same(name, view, style):
    ascii_text = render(name, view, style._replace(ascii_only=True))
    assert ascii_text.isascii()
    full_text = render(name, view, style)
    assert not full_text.isascii()
    for one, other in zip(documents(name, ascii_text), documents(name, full_text), strict=True):
        assert json.loads(one) == json.loads(other)


def documents(name, text):
    return text.splitlines() if name == "jsonl" else [text]


def test_json_is_the_view(view, style):
    assert parsed("json", view, style) == view


def test_jsonl_is_one_file_a_line(view, style):
    assert [json.loads(line) for line in render("jsonl", view, style).splitlines()] == view["files"]


def test_sarif_run(view, style):
    log = parsed("sarif", view, style)
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(ENTITIES)
    assert len(run["results"]) == view["summary"]["findings"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9_.~/%*-]+", uri)
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 23,
    }  # fmt: skip
    assert run["invocations"][0]["executionSuccessful"] is False
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 2


def test_sarif_fits_the_parts_of_its_schema_that_services_check(view, hostile_view, style):
    for shown in (view, hostile_view):
        jsonschema.validate(parsed("sarif", shown, style), SARIF_CORE)


def test_sarif_names_entities_of_user_patterns(view, style):
    view["files"][0]["findings"][0]["entity"] = "MY_NUMBER"
    run = parsed("sarif", view, style)["runs"][0]
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "MY_NUMBER"


@pytest.mark.parametrize("name", ["sarif", "gitlab"])
def test_fingerprints_are_unique(name, view, hostile_view, style):
    for shown in (view, hostile_view):
        text = parsed(name, shown, style)
        prints = [issue["fingerprint"] for issue in text] if name == "gitlab" else [
            (result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], result["partialFingerprints"]["govredact/v1"])
            for result in text["runs"][0]["results"]
        ]  # fmt: skip
        assert len(set(prints)) == len(prints)


def test_gitlab_issues(view, style):
    issues = parsed("gitlab", view, style)
    assert len(issues) == view["summary"]["findings"] + 1
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
    assert issues[0]["location"] == {"path": "附件/名单,一.txt", "lines": {"begin": 2}}


def test_junit_counts_agree_with_its_cases(view, hostile_view, style):
    for shown in (view, hostile_view):
        root = ET.fromstring(render("junit", shown, style).encode("utf-8"))
        assert root.tag == "testsuites"
        for suite in [root, *root]:
            assert int(suite.get("tests")) == len(list(suite.iter("testcase")))
            assert int(suite.get("failures")) == len(list(suite.iter("failure")))
            assert int(suite.get("errors")) == len(list(suite.iter("error")))
            assert int(suite.get("skipped")) == len(list(suite.iter("skipped")))


def test_junit_of_nothing_is_well_formed(view, style):
    view["files"] = []
    assert ET.fromstring(render("junit", view, style).encode("utf-8")).get("tests") == "0"


def test_csv_has_a_mark_for_spreadsheets_and_one_row_a_finding(view, style):
    text = render("csv", view, style)
    assert text.startswith("\ufeffpath,")
    rows = list(csv.DictReader(io.StringIO(text[1:])))
    assert len(rows) == view["summary"]["findings"] + 2
    assert rows[0]["path"] == "附件/名单,一.txt"
    assert rows[0]["place"] == "2:5"
    assert rows[-2]["error"] == "encrypted"


def test_csv_cells_never_begin_a_formula(hostile_view, style):
    rows = csv.reader(io.StringIO(render("csv", hostile_view, style)[1:]))
    cells = [cell for row in rows for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]


def test_github_commands_are_closed_against_documents(hostile_view, view, style):
    lines = render("github", hostile_view, style).splitlines()
    assert len(lines) == 3
    assert all(re.fullmatch(r"::(error|warning|notice) file=[^:,]*(,\w+=[^:,]*)*::[^\x00-\x1f]*", line) for line in lines)
    first = render("github", view, style).splitlines()[0]
    assert first.startswith("::error file=附件/名单%2C一.txt,line=2,col=5,endLine=2,endColumn=23,title=CN_RESIDENT_ID::mask high 2:5 11")


SARIF_CORE = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string"},
        "runs": {"type": "array", "items": {"$ref": "#/$defs/run"}},
    },
    "additionalProperties": False,
    "$defs": {
        "message": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}, "additionalProperties": False},
        "artifactLocation": {
            "type": "object",
            "properties": {"uri": {"type": "string"}, "uriBaseId": {"type": "string"}, "index": {"type": "integer", "minimum": 0}},
            "additionalProperties": False,
        },
        "region": {
            "type": "object",
            "properties": {name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn", "endLine", "endColumn")},
            "additionalProperties": False,
        },
        "location": {
            "type": "object",
            "properties": {
                "physicalLocation": {
                    "type": "object",
                    "required": ["artifactLocation"],
                    "properties": {"artifactLocation": {"$ref": "#/$defs/artifactLocation"}, "region": {"$ref": "#/$defs/region"}},
                    "additionalProperties": False,
                },
                "logicalLocations": {"type": "array", "minItems": 1},
            },
            "additionalProperties": False,
        },
        "notification": {
            "type": "object",
            "required": ["message"],
            "properties": {
                "level": {"enum": ["none", "note", "warning", "error"]},
                "message": {"$ref": "#/$defs/message"},
                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
            },
            "additionalProperties": False,
        },
        "result": {
            "type": "object",
            "required": ["message"],
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "level": {"enum": ["none", "note", "warning", "error"]},
                "message": {"$ref": "#/$defs/message"},
                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
                "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
                "properties": {"type": "object"},
            },
            "additionalProperties": False,
        },
        "run": {
            "type": "object",
            "required": ["tool"],
            "properties": {
                "tool": {"type": "object", "required": ["driver"]},
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "originalUriBaseIds": {"type": "object"},
                "invocations": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["executionSuccessful"],
                        "properties": {
                            "executionSuccessful": {"type": "boolean"},
                            "toolExecutionNotifications": {"type": "array", "items": {"$ref": "#/$defs/notification"}},
                        },
                        "additionalProperties": False,
                    },
                },
                "artifacts": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {"location": {"$ref": "#/$defs/artifactLocation"}, "hashes": {"type": "object"}},
                        "additionalProperties": False,
                    },
                },
                "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
                "properties": {"type": "object"},
            },
            "additionalProperties": False,
        },
    },
}
