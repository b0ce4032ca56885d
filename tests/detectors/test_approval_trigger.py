"""Events are found by date or casualties, with the level that approves; topics, rules, drills and statistics are not."""

from __future__ import annotations

import pytest

import govredact

ENGINE = govredact.Engine(as_of="2026-11-22")

EVENTS = [
    "3月5日凌晨，青山县绿水镇发生一起交通事故，造成3人死亡、5人受伤。",
    "2026年2月1日14时，青山县某化工厂发生爆炸，已致2人遇难。",
    "受强降雨影响，6月2日青山县突发山洪，12名群众被困。",
    "截至今日24时，全县新增确诊病例3例，疫情处置正在进行。",
    "昨日上午，三十余名业主在县政府门前聚集上访，现场已劝离，未造成伤亡，群体性事件得到平息。",
    "5月12日10时许，青山县发生4.2级地震，暂无人员伤亡报告。",
]
TOPICS = [
    "为了加强突发事件应对，制定本预案。",
    "各单位要严防生产安全事故发生。",
    "6月16日，青山县组织开展地震应急演练，模拟3人被困。",
    "2025年全县共发生火灾120起，同比下降5%，死亡2人。",
    "生产安全事故造成3人以上10人以下死亡的，为较大事故。",
    "1976年7月28日，唐山发生大地震，造成24万余人遇难。",
    "被告人张某发生交通事故致1人死亡，法院判决如下。",
    "做好疫情防控和森林火灾预防工作。",
    "会前学习了《生产安全事故应急条例》。",
    "3月5日，县应急局到绿水镇检查事故隐患。",
    "森林防火期为每年10月1日至次年5月31日，严防森林火灾。",
]


@pytest.mark.parametrize("text", EVENTS)
def test_an_event_names_the_level_that_approves(text: str) -> None:
    found = [finding for finding in ENGINE.scan_text(text) if finding.entity == "APPROVAL_TRIGGER"]
    assert len(found) == 1
    assert found[0].action == "review"
    assert "审批" in found[0].suggestion


@pytest.mark.parametrize("text", TOPICS)
def test_a_topic_needs_no_approval(text: str) -> None:
    assert [finding.value for finding in ENGINE.scan_text(text) if finding.entity == "APPROVAL_TRIGGER"] == []


def test_an_office_names_its_own_events_and_levels(tmp_path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("# entity: APPROVAL_TRIGGER\nword\tsuggestion\tseverity\n停水事件\t须经县长审批\tcritical\n", encoding="utf-8")
    engine = govredact.Engine(lexicons=[str(own)])
    found = [f for f in engine.scan_text("3月5日，城区发生停水事件。其余正常。") if f.entity == "APPROVAL_TRIGGER"]
    assert [(finding.suggestion, finding.severity) for finding in found] == [("须经县长审批", "critical")]
