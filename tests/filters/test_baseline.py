"""Baselines: made, read, compared; without values, without dates, and only under the key they were made with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govredact.errors import BaselineError
from govredact.filters import baseline
from govredact.models import Finding, Location

VALUE = "13800138000"


def finding(number: int, action: str = "mask", filtered_by: str = "", entity: str = "CN_MOBILE") -> Finding:
    print_ = f"{number:032x}"
    return Finding(
        entity,
        "private",
        action,
        "high",
        0.9,
        "mobile",
        0,
        11,
        VALUE,
        "138****8000",
        Location("text"),
        fingerprint=print_,
        filtered_by=filtered_by,
    )


def stored(tmp_path: Path, made: baseline.Baseline) -> str:
    path = tmp_path / "baseline.json"
    path.write_text(baseline.dumps(made), encoding="utf-8")
    return str(path)


def test_what_was_there_is_filtered_and_what_is_new_is_not(tmp_path: Path) -> None:
    known = baseline.load(stored(tmp_path, baseline.create([finding(1), finding(2)])))
    assert known.filter_for(finding(1).fingerprint) == "baseline"
    assert known.filter_for(finding(3).fingerprint) == ""
    assert known.filter_for("") == ""


def test_public_and_otherwise_filtered_findings_do_not_belong_in_it() -> None:
    made = baseline.create([finding(1, action="allow"), finding(2, filtered_by="inline"), finding(3, filtered_by="baseline"), finding(4)])
    assert sorted(made.entries) == [finding(3).fingerprint, finding(4).fingerprint]


def test_the_file_holds_no_value_and_does_not_depend_on_order() -> None:
    one = baseline.dumps(baseline.create([finding(2), finding(1), finding(1)]))
    assert one == baseline.dumps(baseline.create([finding(1), finding(2)]))
    assert VALUE not in one
    assert "138" not in one
    assert one.endswith("}\n")


def test_update_drops_what_is_gone_adds_what_is_new_and_keeps_notes(tmp_path: Path) -> None:
    path = Path(stored(tmp_path, baseline.create([finding(1), finding(2)])))
    data = json.loads(path.read_text(encoding="utf-8"))
    data["findings"][0]["note"] = "已核，公开"
    path.write_text(json.dumps(data), encoding="utf-8")
    renewed = baseline.update(baseline.load(str(path)), [finding(1), finding(3)])
    assert renewed.entries == {
        finding(1).fingerprint: baseline.Known("CN_MOBILE", "已核，公开"),
        finding(3).fingerprint: baseline.Known("CN_MOBILE"),
    }
    assert "已核，公开" in baseline.dumps(renewed)


def test_audit_tells_known_gone_and_new() -> None:
    made = baseline.create([finding(1), finding(2)])
    assert baseline.audit(made, [finding(2), finding(3)]) == baseline.Audit(
        (finding(2).fingerprint,), (finding(1).fingerprint,), (finding(3).fingerprint,)
    )


def test_a_key_must_be_the_same(tmp_path: Path) -> None:
    keyed = stored(tmp_path, baseline.create([finding(1)], b"k1"))
    assert baseline.load(keyed, b"k1").filter_for(finding(1).fingerprint) == "baseline"
    with pytest.raises(BaselineError, match="made with a key; set GOVREDACT_KEY") as caught:
        baseline.load(keyed)
    assert caught.value.exit_code == 2
    with pytest.raises(BaselineError, match="made with another key"):
        baseline.load(keyed, b"k2")
    assert baseline.load(keyed, b"k2", any_key=True).entries
    plain = stored(tmp_path, baseline.create([finding(1)]))
    with pytest.raises(BaselineError, match="made without a key"):
        baseline.load(plain, b"k1")
    assert "k1" not in baseline.dumps(baseline.create([], b"k1")).replace("key", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "3",
        "null",
        '{"tool": "govredact"}',
        '{"tool": "other", "version": "1.0", "key_id": "", "findings": []}',
        '{"tool": "govredact", "version": "2.0", "key_id": "", "findings": []}',
        '{"tool": "govredact", "version": "1.0", "key_id": 3, "findings": []}',
        '{"tool": "govredact", "version": "1.0", "key_id": "", "findings": [3]}',
        '{"tool": "govredact", "version": "1.0", "key_id": "", "findings": "abc"}',
        '{"tool": "govredact", "version": "1.0", "key_id": "", "findings": [{"fingerprint": "13800138000", "entity": "CN_MOBILE"}]}',
        '{"tool": "govredact", "version": "1.0", "key_id": "", "findings": [{"fingerprint": 3, "entity": "CN_MOBILE"}]}',
        '{"tool": "govredact", "version": "1.0", "key_id": "", "findings": [{"fingerprint": "' + "0" * 32 + '", "entity": []}]}',
        "[" * 100_000,
    ],
)
def test_a_damaged_file_is_an_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError, match=r"b\.json"):
        baseline.load(str(path))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="cannot be read"):
        baseline.load(str(tmp_path / "missing.json"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=60)
    | st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=4).map(lambda v: json.dumps(v).encode())
)
def test_no_bytes_give_a_traceback(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(data)
    with pytest.raises(BaselineError):
        baseline.load(str(path))
