"""SARIF 2.1.0 (OASIS), as code scanning services read it. Rules are made from the registry of entity types."""

from __future__ import annotations

from urllib.parse import quote

from govredact.entities import ENTITIES
from govredact.reports import json_text
from govredact.reports.fingerprints import Fingerprints
from govredact.reports.places import for_machines
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.entities import EntityType
    from govredact.reports.style import Style

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"critical": "error", "high": "error", "medium": "warning", "low": "note"}
# GitHub sorts by this number: above 9.0 critical, 7.0 high, 4.0 medium.
_RANKS = {"critical": "9.5", "high": "8.0", "medium": "5.0", "low": "2.0"}


def pieces(view: dict[str, Any], style: Style) -> Iterator[str]:
    """One run with all findings; columns count code points, as everywhere in govredact."""
    rules = [_rule(row) for row in ENTITIES.values()]
    known = {rule["id"]: index for index, rule in enumerate(rules)}
    for name in sorted({f["entity"] for file in view["files"] for f in file["findings"]} - set(known)):
        known[name] = len(rules)
        rules.append({"id": name, "shortDescription": {"text": name}})
    prints = Fingerprints()
    run = {
        "tool": {"driver": {"name": "govredact", "version": view["tool"]["version"], "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder that govredact ran in."}}},
        "invocations": [_invocation(view)],
        "artifacts": [_artifact(file) for file in view["files"]],
        "results": (result for index, file in enumerate(view["files"]) for result in _results(index, file, known, prints)),
        "properties": {"policy": view["policy"], "asOf": view["as_of"]},
    }
    yield from json_text.pieces({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, style.ascii_only)
    yield "\n"


def _rule(row: EntityType) -> dict[str, Any]:
    words = row.name.replace("_", " ").lower()
    return {
        "id": row.name,
        "name": row.name.replace("_", " ").title().replace(" ", ""),
        "shortDescription": {"text": f"{row.zh} ({words})"},
        "fullDescription": {"text": f"{row.zh} ({words}): {row.category}, {row.action}" + (f"; {row.notes}" if row.notes else "")},
        "defaultConfiguration": {"level": LEVELS[row.severity]},
        "properties": {
            "category": row.category,
            "action": row.action,
            "gate": row.gate,
            "security-severity": _RANKS[row.severity],
            "tags": ["security", row.category],
        },
    }


def _invocation(view: dict[str, Any]) -> dict[str, Any]:
    notes = [_notification(index, file) for index, file in enumerate(view["files"]) if file["error"]]
    successful = not any(file["status"] == "unreadable" for file in view["files"])
    return {"executionSuccessful": successful, "toolExecutionNotifications": notes}


def _notification(index: int, file: dict[str, Any]) -> dict[str, Any]:
    return {
        "level": "note" if file["status"] == "skipped" else "error",
        "message": {"text": f"{file['status']}: {file['error']['code']}: {file['error']['message']}"},
        "locations": [{"physicalLocation": {"artifactLocation": _uri(index, file)}}],
    }


def _artifact(file: dict[str, Any]) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": quote(file["path"]), "uriBaseId": "SRCROOT"}}
    if file["sha256"]:
        artifact["hashes"] = {"sha-256": file["sha256"]}
    return artifact


def _uri(index: int, file: dict[str, Any]) -> dict[str, Any]:
    return {"uri": quote(file["path"]), "uriBaseId": "SRCROOT", "index": index}


def _results(index: int, file: dict[str, Any], rules: dict[str, int], prints: Fingerprints) -> Iterator[dict[str, Any]]:
    for finding in file["findings"]:
        yield _result(_uri(index, file), finding, prints.of_finding(file["path"], finding), rules[finding["entity"]])


def _result(uri: dict[str, Any], finding: dict[str, Any], fingerprint: str, rule: int) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": uri}}
    region = _region(finding)
    if region:
        location["physicalLocation"]["region"] = region
    else:
        name = for_machines(finding)
        location["logicalLocations"] = [{"fullyQualifiedName": f"{finding['member']}:{name}" if finding["member"] else name}]
    shown = finding.get("value", finding["preview"])
    return {
        "ruleId": finding["entity"],
        "ruleIndex": rule,
        "level": LEVELS[finding["severity"]],
        "message": {"text": f"{finding['action']} {finding['entity']} {shown}"},
        "locations": [location],
        "partialFingerprints": {"govredact/v1": fingerprint},
        "properties": {name: finding[name] for name in ("category", "action", "severity", "score", "detector", "reasons", "preview")},
    }


def _region(finding: dict[str, Any]) -> dict[str, int]:
    """The lines and columns of a finding in a text file; empty where the document counts no lines."""
    location = finding["location"]
    if location["line"] is None or finding["member"]:
        return {}
    region = {"startLine": location["line"], "startColumn": location["column"]}
    if finding["end_line"] is not None:
        region.update(endLine=finding["end_line"], endColumn=finding["end_column"])
    return region
