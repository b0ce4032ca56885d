"""A mark is seen at every place of every format: headers, text boxes, watermarks, cells, upright lines, names of files and sheets."""

from __future__ import annotations

import pytest
from packing import FORMATS

import govredact

ENGINE = govredact.Engine()
MARKS = {
    "秘密★1年": "CLASSIFICATION_MARK",
    "机密": "CLASSIFICATION_MARK",
    "绝密★启用前": "CLASSIFICATION_MARK",
    "工作秘密★3年": "WORK_SECRET_MARK",
    "内部资料": "INTERNAL_MARK",
    "会后收回": "INTERNAL_MARK",
    "此件不公开": "DISCLOSURE_MARK",
    "（此件依申请公开）": "DISCLOSURE_MARK",
}
# Levels are written upright in print; the other marks never are.
UPRIGHT = ("绝密", "机密", "秘密", "工作秘密")
CASES = [(kind, mark) for kind in FORMATS for mark in MARKS]


@pytest.mark.parametrize(("kind", "mark"), CASES)
def test_a_mark_blocks_at_every_place(kind: str, mark: str) -> None:
    missed = []
    for place, data in FORMATS[kind](mark).items():
        if place == "upright" and not mark.startswith(UPRIGHT):
            continue
        report = ENGINE.scan_file(data, f"document.{kind}")
        assert report.status == "scanned", report.error
        if MARKS[mark] not in {finding.entity for finding in report.findings if finding.action == "block"}:
            missed.append(place)
    assert missed == []


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("机密-供水检查方案.txt", "CLASSIFICATION_MARK"),
        ("（秘密）供水检查方案.txt", "CLASSIFICATION_MARK"),
        ("供水检查方案_绝密.txt", "CLASSIFICATION_MARK"),
        ("供水检查方案（机密★1年）.txt", "CLASSIFICATION_MARK"),
        ("【内部】供水检查方案.txt", "INTERNAL_MARK"),
        ("供水检查方案-内部资料.txt", "INTERNAL_MARK"),
        ("供水检查方案（不予公开）.txt", "DISCLOSURE_MARK"),
        ("工作秘密-供水检查方案.txt", "WORK_SECRET_MARK"),
    ],
)
def test_a_mark_in_the_name_of_a_file_blocks_it(name: str, entity: str) -> None:
    report = ENGINE.scan_file("供水检查方案".encode(), name)
    assert [(finding.entity, finding.action) for finding in report.findings] == [(entity, "block")]


@pytest.mark.parametrize("name", ["供水办法（送审稿）.txt", "供水办法-讨论稿.txt", "供水办法_征求意见稿2.txt", "附件2：报价明细表.txt"])
def test_a_draft_or_a_trade_secret_in_the_name_of_a_file_goes_to_review(name: str) -> None:
    report = ENGINE.scan_file("供水办法".encode(), name)
    assert [finding.action for finding in report.findings] == ["review"]


TOPICS = ["机密文件管理规定", "保守国家秘密法", "内部审计报告", "依申请公开指南", "秘密花园读书会", "公开征求意见稿的公告"]


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_in_the_name_of_a_file_is_clean(name: str) -> None:
    assert ENGINE.scan_file("供水".encode(), f"{name}.txt").findings == ()
