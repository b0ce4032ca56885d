"""Sources and dates: what a page says, what its metadata says, and what the caller gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import govredact
from govredact.models import Origin

if TYPE_CHECKING:
    from govredact.models import Finding

WANTED = {"REPRINT_SOURCE", "DATE_MISMATCH", "ADVERTISEMENT"}
NOTICE = "关于检查的通知\n发布时间：{published}\n各单位：请认真执行。\n青山县教育局\n2021年3月8日\n"


def scan(text: str, **origin: str) -> list[Finding]:
    return govredact.Engine(entities=WANTED, as_of="2026-11-29", origin=Origin(**origin)).scan_text(text)


@pytest.mark.parametrize(
    ("published", "reason"),
    [
        ("2021-03-07", "published_before_document"),
        ("2021年3月8日", ""),
        ("2021.03.09", ""),
        ("2021-02-29", "impossible_date"),
        ("2024-02-29", ""),
        ("2021-13-01", "impossible_date"),
        ("2026-11-30", "future_date"),
    ],
)
def test_the_publication_date_of_a_signed_notice(published: str, reason: str) -> None:
    assert [f.reasons for f in scan(NOTICE.format(published=published))] == ([(reason,)] if reason else [])


def test_the_date_that_the_caller_gave() -> None:
    assert [f.reasons for f in scan(NOTICE.format(published="2021-03-09"), published="2021-03-10")] == [("another_date_given",)]
    assert scan(NOTICE.format(published="2021-03-09"), published="2021-03-09 10:00") == []
    unlabelled = NOTICE.replace("发布时间：{published}\n", "")
    found = scan(unlabelled, published="2021-03-07")
    assert [(f.reasons, f.value.strip()) for f in found] == [(("published_before_document",), "2021年3月8日")]


def test_dates_of_events_are_no_dates_of_documents() -> None:
    assert scan("发布时间：2021-03-01\n会议将于2021年4月1日举行。\n报名截止：\n2021年5月1日\n") == []


@pytest.mark.parametrize("level", ["central", "中央"])
def test_documents_of_the_centre_come_from_few_sources(level: str) -> None:
    text = "意见全文\n来源：{}\n各地："
    assert [f.reasons for f in scan(text.format("某某网"), level=level)] == [("source_not_for_central",)]
    for source in ("人民日报", "新华社", "中国政府网", "财政部", "国家税务总局"):
        assert scan(text.format(source), level=level) == []


def test_documents_of_the_province_come_from_its_own_site() -> None:
    assert [f.reasons for f in scan("通知\n来源：某某网\n", level="provincial")] == [("source_not_for_provincial",)]
    assert scan("通知\n来源：浙江省人民政府网\n", level="provincial") == []
    assert scan("通知\n来源：青山县融媒体中心\n", level="county") == []


def test_a_source_that_only_the_caller_knows() -> None:
    found = scan("国务院办公厅关于加强管理的通知\n各省：", source="互联网")
    assert [(f.reasons, f.value) for f in found] == [(("source_is_none",), "国务院办公厅关于加强管理的通知\n各省：")]


def test_an_offer_needs_a_way_to_buy() -> None:
    assert [f.reasons for f in scan("正宗土蜂蜜，厂家直销，微信：tufengmi88")] == [("offer", "contact")]
    assert scan("企业转型，从厂家直销到品牌经营") == []
    assert scan("警惕“厂家直销，每瓶98元”虚假广告") == []
