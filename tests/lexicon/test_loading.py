"""Lists from files: both forms, header defaults, encodings, and errors that say where and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govredact.errors import LexiconError
from govredact.lexicon import Entry, check, load, loads

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """\
# name: 本市用语
# purpose: 测试
# severity: low
# action: note
# variants: case, script

word\tseverity\tsuggestion\tvalid_from\tvalid_to\tboundary\tallow
# 注释行
张三市场\t\t张山市场\t2026-01-01\t2026-12-31\tword
李四大厦\tcritical

开发区\t\t\t\t\t\tyes
"""


def words(text: str | bytes, name: str = "list") -> list[str]:
    return [entry.text for entry in loads(text, name).entries]


def test_a_table_with_a_header_block(tmp_path: Path) -> None:
    path = tmp_path / "office.tsv"
    path.write_text(TABLE, encoding="utf-8")
    lexicon = load(str(path), layer="provincial")
    both = frozenset({"case", "script"})
    assert (lexicon.name, lexicon.kind, lexicon.layer, lexicon.path) == ("本市用语", "keyword", "provincial", str(path))
    assert lexicon.header["purpose"] == "测试"
    first, second, third = lexicon.entries
    own = {"severity": "low", "action": "note", "suggestion": "张山市场", "valid_from": "2026-01-01", "valid_to": "2026-12-31"}
    assert first == Entry("keyword", "张三市场", boundary="word", variants=both, lexicon="本市用语", layer="provincial", **own)
    assert (second.severity, second.action, second.boundary, second.allow) == ("critical", "note", "none", False)
    assert third.allow


def test_a_plain_file_of_one_word_a_line(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes("# 本局敏感词\n甲乙丙\n\n  丁戊己  \n# 另一组\n\\#话题\n".encode("utf-8-sig"))
    lexicon = load(str(path))
    assert (lexicon.name, lexicon.kind, lexicon.layer) == ("words", "keyword", "office")
    assert [entry.text for entry in lexicon.entries] == ["甲乙丙", "丁戊己", "#话题"]


def test_a_plain_file_takes_the_defaults_of_its_header() -> None:
    entry = loads("# severity: critical\n# category: secrecy\n# 放行：是\n绝密工程\n", "x").entries[0]
    assert (entry.severity, entry.category, entry.allow) == ("critical", "secrecy", True)


def test_a_label_list_names_fields() -> None:
    lexicon = loads("label\tfield\n手机号\tMOBILE\n单位\tORG\n", "labels")
    assert lexicon.kind == "label"
    assert [(entry.text, entry.field) for entry in lexicon.entries] == [("手机号", "MOBILE"), ("单位", "ORG")]
    assert loads("# kind: label\n# field: QQ\n扣扣\n", "x").entries[0].field == "QQ"


def test_columns_may_be_named_in_chinese_and_stand_in_any_order() -> None:
    entry = loads("级别\t词语\t建议\t放行\nhigh\t某某词\t改为某词\t否\n", "x").entries[0]
    assert (entry.text, entry.severity, entry.suggestion, entry.allow) == ("某某词", "high", "改为某词", False)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_end_counts(newline: str) -> None:
    assert words(newline.join(["word\tseverity", "甲乙\thigh", "丙丁\tlow", ""])) == ["甲乙", "丙丁"]


def test_full_width_letters_are_folded_like_the_text() -> None:
    assert words("ＢＥＴ３６５\n邮箱＠") == ["BET365", "邮箱@"]


def test_a_gbk_file_is_read_and_the_check_says_so(tmp_path: Path) -> None:
    path = tmp_path / "gbk.txt"
    path.write_bytes("甲乙丙\n敏感词汇\n".encode("gbk"))
    assert [entry.text for entry in load(str(path)).entries] == ["甲乙丙", "敏感词汇"]
    assert [(p.line, p.level, p.code) for p in check(str(path))] == [(1, "warning", "encoding")]
    assert "UTF-8" in check(str(path))[0].message


def test_a_utf_16_file_is_read_and_the_check_says_so(tmp_path: Path) -> None:
    path = tmp_path / "notepad.txt"
    path.write_bytes("甲乙丙\n".encode("utf-16"))
    assert [entry.text for entry in load(str(path)).entries] == ["甲乙丙"]
    assert [p.code for p in check(str(path))] == ["encoding"]


ERRORS = [
    ("word\tserverity\n甲乙\thigh\n", 1, "column", "did you mean severity?"),
    ("category\tseverity\nprivate\thigh\n", 1, "column", "needs either the column word"),
    ("word\tword\n甲乙\t丙丁\n", 1, "column", "twice"),
    ("word\tlabel\tfield\n甲乙\t丙丁\tQQ\n", 1, "column", "either"),
    ("word\tseverity\n甲乙\thigh\n丙丁\thihg\n", 3, "severity", "did you mean high?"),
    ("word\tentity\n甲乙\tCN_MOBIL\n", 2, "entity", "did you mean CN_MOBILE?"),
    ("word\tentity\n甲乙\tcn_mobile\n", 2, "entity", "did you mean CN_MOBILE?"),
    ("word\taction\n甲乙\tdelete\n", 2, "action", "choose one of allow, block"),
    ("word\tcategory\n甲乙\tprivat\n", 2, "category", "did you mean private?"),
    ("label\tfield\n手机\tMOBLIE\n", 2, "field", "did you mean MOBILE?"),
    ("label\tfield\n手机\t\n", 2, "field", "no field"),
    ("word\tvalid_from\n甲乙\t2026-02-30\n", 2, "valid_from", "YYYY-MM-DD"),
    ("word\tvalid_from\n甲乙\t20260230\n", 2, "valid_from", "YYYY-MM-DD"),
    ("word\tvalid_from\tvalid_to\n甲乙\t2026-02-02\t2026-02-01\n", 2, "valid_to", "before valid_from"),
    ("word\tboundary\n甲乙\tzzz\n", 2, "boundary", "choose one of"),
    ("word\tboundary\n甲乙\tdelimiter\n", 2, "boundary", "means nothing for a keyword"),
    ("word\tvariants\n甲乙\tcase scrpt\n", 2, "variants", "did you mean script?"),
    ("word\tallow\n甲乙\tmaybe\n", 2, "allow", "write yes"),
    ("word\tseverity\n\thigh\n", 2, "empty", "empty"),
    ("甲\u200b乙\n", 1, "invisible", "U+200B"),
    ("word\n丙丁\n甲乙\ufeff\n", 3, "invisible", "U+FEFF"),
    ("word\tseverity\n甲乙\thigh\tmask\n", 2, "cells", "more cells than columns"),
    ("甲" * 201 + "\n", 1, "long", "more than 200"),
    ("# severity: hihg\n甲乙\n", 1, "severity", "did you mean high?"),
    ("# kind: words\n甲乙\n", 1, "kind", "did you mean keyword?"),
    ("# kind: label\nword\n甲乙\n", 1, "kind", "keyword list"),
    ("word\tseverity\n甲乙\thigh\n丙丁\tlow\n甲乙\tlow\n", 4, "duplicate", "line 2"),
]


@pytest.mark.parametrize(("text", "line", "code", "help_text"), ERRORS)
def test_an_error_names_file_line_and_remedy(tmp_path: Path, text: str, line: int, code: str, help_text: str) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load(str(path))
    error = caught.value
    assert (error.params["path"], error.params["line"], error.params["problem"]) == (str(path), line, code)
    assert error.message.startswith(f"{path}:{line}: ")
    assert help_text in error.message
    assert error.exit_code == 2
    assert [(p.line, p.level, p.code) for p in check(str(path)) if p.level == "error"] == [(line, "error", code)]


def test_binary_and_undecodable_files_are_told_apart(tmp_path: Path) -> None:
    workbook = tmp_path / "list.xlsx"
    workbook.write_bytes(b"PK\x03\x04\x00\x00")
    with pytest.raises(LexiconError, match="NUL bytes"):
        load(str(workbook))
    broken = tmp_path / "broken.txt"
    broken.write_bytes("甲乙\n".encode() + b"\xff\xff\n")
    with pytest.raises(LexiconError, match=r"broken\.txt:2: .*neither UTF-8 nor GBK"):
        load(str(broken))


def test_a_missing_file_is_a_lexicon_error(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.tsv")
    with pytest.raises(LexiconError, match="cannot read the lexicon"):
        load(missing)
    assert [(p.line, p.code) for p in check(missing)] == [(0, "unreadable")]
    with pytest.raises(LexiconError, match="cannot read the lexicon"):
        load(str(tmp_path))


def test_an_unknown_layer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="did you mean national"):
        load(str(tmp_path / "x"), layer="nation")


def test_check_collects_every_problem_in_order_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "many.tsv"
    path.write_text(
        "# serverity: high\nword\tseverity\tentity\n甲乙\thihg\t\n\thigh\n丙\thigh\n丁戊\thigh\tNOBODY\n甲\u200d乙\n"
        "己庚\nxx\n己庚\n辛壬\thihg\tNOBODY\n",
        encoding="utf-8",
    )
    found = [(p.line, p.level, p.code) for p in check(str(path))]
    assert found == [
        (1, "warning", "header"),
        (3, "error", "severity"),
        (4, "error", "empty"),
        (5, "warning", "one_character"),
        (6, "error", "entity"),
        (7, "error", "invisible"),
        (10, "warning", "duplicate"),
        (11, "error", "severity"),
        (11, "error", "entity"),
    ]
    assert str(check(str(path))[1]).startswith(f"{path}:3: error: ")


def test_a_repeated_word_is_loaded_once(tmp_path: Path) -> None:
    assert words("甲乙\n丙丁\n甲乙\n") == ["甲乙", "丙丁"]


def test_one_word_may_stand_twice_for_two_periods() -> None:
    text = "word\tseverity\tvalid_from\tvalid_to\n甲乙\tlow\t\t2026-05-31\n甲乙\thigh\t2026-06-01\t\n"
    assert len(loads(text, "x").entries) == 2
    with pytest.raises(LexiconError, match="line 2"):
        loads(text.replace("2026-06-01", "2026-05-31"), "x")


def test_an_empty_list_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_text("# only a comment\n", encoding="utf-8")
    assert load(str(path)).entries == ()
    assert [p.code for p in check(str(path))] == ["empty_list"]


def test_comments_in_the_header_are_no_settings() -> None:
    lexicon = loads("# 更新说明：2026 年整理\n# maintainer: 某科\n甲乙\n", "x")
    assert [entry.text for entry in lexicon.entries] == ["甲乙"]


def test_an_error_survives_a_process_border() -> None:
    import pickle

    with pytest.raises(LexiconError) as caught:
        loads("word\tsev\n甲乙\thigh\n", "x")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.message, again.params) == (caught.value.message, caught.value.params)
