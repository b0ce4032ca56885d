"""Every form of a mark at every place of a text blocks the document; drafts and trade secrets go to review."""

from __future__ import annotations

import pytest
from forms import BODY, DRAFTS, SECRETS, TERMS, WORK, Form, beside_title, blocking, in_the_middle, positions

import govredact

ENGINE = govredact.Engine()
FORMS = blocking()


def actions(lines: list[str], entity: str, engine: govredact.Engine = ENGINE) -> set[str]:
    return {finding.action for finding in engine.scan_text("\n".join(lines)) if finding.entity == entity}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: repr(form.text))
def test_a_mark_at_any_place_blocks_the_document(form: Form) -> None:
    found = {place: actions(lines, form.entity) for place, lines in positions(form.text).items()}
    if form.text == "内　部":
        assert found.pop("last line") == {"review"}  # the end of a text may be a signature or a table
    assert [place for place, done in found.items() if "block" not in done] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: repr(form.text))
def test_a_mark_in_the_middle_is_never_overlooked(form: Form) -> None:
    bare = form.text in ("（依申请公开）", "（不予公开）", "内部", "内　部")
    assert actions(in_the_middle(form.text), form.entity) or bare


@pytest.mark.parametrize("form", [form for form in FORMS if "\n" not in form.text and "：" not in form.text and ":" not in form.text])
def test_a_mark_beside_the_title_blocks_the_document(form: Form) -> None:
    mark = form.text.strip("【】（）()[]〔〕")
    # What is said in a sentence stands in a line of its own.
    said = mark.startswith(("公开方式", "本文件属", "此件属于")) or mark.endswith("。")
    if "☑" not in mark and not said:
        assert [place for place, lines in beside_title(mark).items() if "block" not in actions(lines, form.entity)] == []


@pytest.mark.parametrize("draft", DRAFTS)
def test_a_draft_goes_to_review(draft: str) -> None:
    title = f"青山县供水管理办法（{draft}）"
    assert actions([title, "第一章 总则", *BODY[4:]], "DRAFT_MARK") == {"review"}
    assert actions([title[:9], f"（{draft}）", "第一章 总则", *BODY[4:]], "DRAFT_MARK") == {"review"}
    assert actions([title, "现向社会公开征求意见。", *BODY[4:]], "DRAFT_MARK") == set()


@pytest.mark.parametrize("secret", SECRETS)
def test_a_trade_secret_goes_to_review(secret: str) -> None:
    for lines in ([secret, *BODY], [f"{BODY[2]}（{secret}）", *BODY[3:]]):
        assert actions(lines, "TRADE_SECRET_MARK") == {"review"}


def test_there_are_hundreds_of_forms() -> None:
    assert len(FORMS) > 300
    assert len(TERMS) * len(WORK) > 50


TOLD = {
    "机密文件": "CLASSIFICATION_MARK",
    "标底（开标前保密）": "TRADE_SECRET_MARK",
    "投标报价（开标前密封）": "TRADE_SECRET_MARK",
}


@pytest.mark.parametrize("text", TOLD)
def test_a_line_that_says_what_kind_of_paper_this_is(text: str) -> None:
    assert actions(["青山县智慧水务项目", text, "总价：1238万元"], TOLD[text])


@pytest.mark.parametrize(
    "line",
    [
        "丢失机密文件的，依法给予处分。",
        "机密文件管理办法",
        "王某将该文件拍照外发，密级为机密，受到处分。",
        "会后，代表们参观了展览，材料由工作人员收回利用。",
        "标底应当在开标前保密。",
        "该申请不予公开，不得重复提交申请",
        "公安机关查处泄密案件",
    ],
)
def test_a_sentence_about_such_papers_is_no_mark(line: str) -> None:
    found = ENGINE.scan_text("\n".join([*BODY[2:6], line, *BODY[6:]]))
    assert [f for f in found if f.entity.endswith("_MARK") and f.action == "block"] == []
