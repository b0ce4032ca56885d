"""What must hold for every text: spans map back, masking is idempotent and complete, the rest stays untouched."""

from __future__ import annotations

import json
import random
import re

import values
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from govredact import Engine

ENGINE = Engine()
SEEDS = st.integers(0, 10_000).map(random.Random)
VALUES = st.one_of(
    SEEDS.map(values.resident_id),
    SEEDS.map(values.mobile),
    SEEDS.map(values.bank_card),
    SEEDS.map(values.plate),
    SEEDS.map(values.passport),
    SEEDS.map(values.landline),
    SEEDS.map(values.uscc),
    SEEDS.map(values.bank_account),
    SEEDS.map(values.disability_id),
)
LABELS = st.sampled_from(
    ["", "身份证号：", "电话", "账号:", "车牌号 ", "护照号码：", "家庭电话：", "残疾证号", "手机", "订单号：", "访问量", "密码：", "QQ："],
)
GLUE = st.sampled_from(["，", "\n", "\t", " ", "。", "；\r\n", "|", "（", "）", "元", "次", "\u3000", "x", "*", "-", "/", "", "1"])
WRITINGS = st.sampled_from(
    [
        str,
        lambda v: v.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        lambda v: " ".join(v[i : i + 4] for i in range(0, len(v), 4)),
        lambda v: "\u200b".join(v[i : i + 5] for i in range(0, len(v), 5)),
        lambda v: v[: len(v) // 2] + "\n" + v[len(v) // 2 :],
        lambda v: "-".join((v[:3], v[3:7], v[7:])),
        lambda v: "\t".join(v),
        lambda v: v[:6] + "****" + v[10:],
    ]
)
WRITTEN = st.tuples(LABELS, VALUES, WRITINGS, GLUE).map(lambda t: t[0] + t[2](t[1]) + t[3])
NOTICES = st.lists(st.one_of(WRITTEN, st.text(max_size=12)), max_size=8).map("".join)


@given(NOTICES)
@settings(deadline=None)
def test_a_finding_is_the_text_at_its_span(text: str) -> None:
    for finding in ENGINE.scan_text(text):
        assert finding.value == text[finding.start : finding.end]
        assert finding.start < finding.end
        assert finding.value not in repr(finding) or finding.preview == finding.value


@given(NOTICES)
@settings(deadline=None)
def test_masked_text_has_no_mask_finding_left_and_masking_again_changes_nothing(text: str) -> None:
    once = ENGINE.mask_text(text)
    assert [f for f in ENGINE.scan_text(once.text) if f.action == "mask"] == []
    again = ENGINE.mask_text(once.text)
    assert again.text == once.text
    assert again.decisions == ()


@given(NOTICES)
@settings(deadline=None)
def test_text_outside_findings_is_unchanged(text: str) -> None:
    masked, decisions = ENGINE.mask_text(text)
    # Further places of a masked number are masked too (test_engine_behaviour); here only findings themselves count.
    assume(len(decisions) <= sum(f.action == "mask" for f in ENGINE.scan_text(text)))
    position = 0
    for gap in _untouched(text, ENGINE):
        position = masked.find(gap, position)
        assert position >= 0
        position += len(gap)


def _untouched(text: str, engine: Engine) -> list[str]:
    """The stretches that masking must not change, in order: outside all findings, and outside further places of their values."""
    findings = engine.scan_text(text)
    spans = [(f.start, f.end) for f in findings]
    spans += [place.span() for f in findings for place in re.finditer(re.escape(f.value), text)]
    gaps, done = [], 0
    for start, end in sorted(spans):
        gaps.append(text[done:start])
        done = max(done, end)
    return [*gaps, text[done:]]


@given(NOTICES)
@settings(deadline=None)
def test_a_text_without_mask_findings_comes_out_as_it_went_in(text: str) -> None:
    if not any(f.action == "mask" for f in ENGINE.scan_text(text)):
        assert ENGINE.mask_text(text).text == text


@given(NOTICES)
@settings(deadline=None)
def test_the_same_text_gives_the_same_findings(text: str) -> None:
    assert ENGINE.scan_text(text) == ENGINE.scan_text(text)


KEYS = st.sampled_from(["phone", "身份证号", "note", "账号"])
RECORDS = st.dictionaries(KEYS, st.one_of(WRITTEN, st.integers(0, 10**19), VALUES), max_size=4)


@given(RECORDS, st.booleans())
@settings(deadline=None)
def test_masked_json_still_parses_with_the_same_keys(data: dict[str, object], ascii_only: bool) -> None:
    stored = json.dumps(data, ensure_ascii=ascii_only).encode()
    masked = ENGINE.mask_file(stored, "a.json").data
    assert list(json.loads(masked)) == list(data)


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "b.json", "c.docx", "d.pdf", "e.xml", "f", "g.csv"]))
@settings(deadline=None)
def test_no_bytes_of_any_kind_raise_when_scanned(data: bytes, name: str) -> None:
    report = ENGINE.scan_file(data, name)
    assert report.status in ("scanned", "unreadable")
    assert (report.error is None) == (report.status == "scanned")
