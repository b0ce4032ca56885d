"""Which label governs a value: before it, left of it, above it, on the line before, or in brackets behind it."""

from __future__ import annotations

import pytest

from govredact.context.scan import NO_EVIDENCE, Scan, Settings
from govredact.engine.plan import Plan
from govredact.lexicon import Matcher, shipped
from govredact.models import Context, Passage
from govredact.text.normalized import NormalizedText

PLAN = Plan([], Matcher.build(shipped("labels")), Settings(2026))


def scan(passage: Passage) -> Scan:
    normalized = NormalizedText(passage.text)
    return Scan(passage, normalized, PLAN.matcher.find(normalized.text).labels, (), PLAN.settings, PLAN.header_evidence)


def evidence(text: str, value: str) -> tuple[str, str]:
    start = text.index(value)
    found = scan(Passage(text)).evidence(start, start + len(value))
    return found.field, found.via


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("银行账号：80260065930858", "before"),
        ("银行账号80260065930858", "before"),
        ("银行账号为：“80260065930858”", "before"),
        ("银行账号（农行）：80260065930858", "before"),
        ("银行账号：62170012、80260065930858", "before"),
        ("银行账号分别为：张某某62170012，李某80260065930858", "before"),
        ("银行账号分别为：张　某62170012，李某80260065930858", "before"),
        ("银行账号：\n80260065930858", "line"),
        ("银行账号\t80260065930858", "left"),
        ("80260065930858（银行账号）", "after"),
        ("姓名,银行账号\n张某,80260065930858\n", "column"),
        ("姓名\t银行账号（必填）\n张某\t80260065930858\n", "column"),
        ("| 姓名 | 银 行 账 号 |\n|---|---|\n| 张某 | 80260065930858 |\n", "column"),
    ],
)
def test_a_label_governs_its_value(text: str, via: str) -> None:
    assert evidence(text, "80260065930858") == ("BANK_ACCOUNT", via)


@pytest.mark.parametrize(
    "text",
    [
        "银行账号不得公开。编号80260065930858",
        "银行账号，见附件\n\n80260065930858",
        "银行账号信息管理办法印发后\n张某\t80260065930858\n",
        "80260065930858，银行账号另行通知",
    ],
)
def test_a_label_further_away_does_not(text: str) -> None:
    assert evidence(text, "80260065930858")[0] != "BANK_ACCOUNT"


def test_a_nearer_label_wins() -> None:
    assert evidence("姓名\t银行账号\n张某\t订单号：80260065930858\n", "80260065930858") == ("OTHER_NO", "before")


def test_a_unit_in_the_header_makes_the_column_amounts() -> None:
    assert evidence("项目\t决算数（万元）\n甲\t80260065930858\n", "80260065930858") == ("AMOUNT", "column")


class LaidOut(Passage):
    """A passage whose document knows its own cells."""

    def context(self, position: int) -> Context | None:
        return Context(before="身份证号", headers=("证件",)) if position == 0 else Context(headers=("开户行", "一卡通账号"))


def test_a_document_that_knows_its_layout_is_asked_first() -> None:
    laid_out = scan(LaidOut("80260065930858 80260065930866"))
    assert laid_out.evidence(0, 14)[:1] == ("RESIDENT_ID",)
    assert laid_out.evidence(15, 29)[:1] == ("BANK_ACCOUNT",)


def test_values_of_a_header_are_the_cells_below_it() -> None:
    text = "姓名\t微信号\n张某\tzhang_wei\n李某\t\n王某\twang123\n"
    passage = scan(Passage(text))
    label = next(hit for hit in passage.labels if hit.entry.field == "WECHAT")
    assert [text[value.start : value.end] for value in passage.values(label)] == ["zhang_wei", "wang123"]


def test_no_label_is_no_evidence() -> None:
    assert scan(Passage("80260065930858")).evidence(0, 14) == NO_EVIDENCE


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("序号\t姓名\t救助原因\t救助金额\n1\t韦某\t\t500\n", "救助原因"),
        ("序号,姓名,住址\n1,罗某,**\n", "住址"),
        ("序号,住址,姓名\n1,**,罗某\n", "住址"),
    ],
)
def test_a_header_whose_column_is_empty_or_masked_has_no_value(text: str, label: str) -> None:
    looked = scan(Passage(text))
    hits = [hit for hit in looked.labels if hit.entry.text == label]
    assert hits
    assert [value for hit in hits for value in looked.values(hit)] == []


def test_a_label_of_a_form_keeps_the_value_beside_it() -> None:
    text = "姓名\t韦某\n困难类型\t残疾人\n备注\t无\n"
    looked = scan(Passage(text))
    hit = next(hit for hit in looked.labels if hit.entry.text == "困难类型")
    assert [text[value.start : value.end] for value in looked.values(hit)] == ["残疾人"]


def test_cells_apart_by_single_spaces_have_columns() -> None:
    text = "姓名 身份证 账号 金额\n农某 11 8803613979122754590 200\n"
    assert evidence(text, "8803613979122754590") == ("BANK_ACCOUNT", "column")
    start = text.index("8803613979122754590")
    assert scan(Passage(text)).spans_cells(start, text.index(" 200") + 4)
    assert not scan(Passage(text)).spans_cells(start, start + 19)


def test_a_label_of_names_says_nothing_of_a_number_behind_it() -> None:
    assert evidence("香港居民（H52659308）", "H52659308") == ("", "")
    assert evidence("申请人：买买提·艾力", "买买提")[0] == "PERSON"
