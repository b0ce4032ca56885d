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
    if "☑" not in mark and not mark.startswith("公开方式"):
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
