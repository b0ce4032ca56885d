"""What holds for every value: length, separators, idempotence, and how much stays visible."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from govredact.entities import ENTITIES
from govredact.operators import OperatorContext, Pseudonyms, apply
from govredact.operators.base import SEPARATORS, hide_all
from govredact.operators.preview import SHOWN, preview
from govredact.policy.specs import parse

MASKED = sorted(name for name, row in ENTITIES.items() if row.operator.startswith("mask"))
WORDING = ("TYPO", "PLACEHOLDER", "NUMBER_MISMATCH")  # words that a report must show
CHANGED = sorted(name for name, row in ENTITIES.items() if row.operator)
DIGITS = st.text("0123456789", min_size=1, max_size=24)
WRITTEN = st.lists(
    st.tuples(st.text("0123456789ABXx", min_size=1, max_size=5), st.sampled_from([" ", "-", "", "\u3000", "\n", "."])), max_size=8
).map(lambda parts: "".join(a + b for a, b in parts))
MAILS = st.tuples(st.text("abcdefgh._-0123", min_size=0, max_size=9), st.sampled_from(["sina.cn", "x.cn", ""])).map("@".join)
NAMES = st.text("张欧阳司马买提·艾力 某*abC", max_size=7)
PLACES = st.text("0123.°度′N东, ", max_size=12)
VALUES = PLACES | DIGITS | WRITTEN | MAILS | NAMES | st.text(max_size=30)


def default(entity: str, value: str, **context: object) -> str:
    spec = parse(ENTITIES[entity].operator, entity)
    return apply(spec.name, spec.args, value, OperatorContext(entity, **context))  # type: ignore[arg-type]


@given(st.sampled_from(MASKED), VALUES)
def test_masks_keep_length_and_separators(entity: str, value: str) -> None:
    masked = default(entity, value)
    assert len(masked) == len(value)
    if entity not in ("CREDENTIAL", "EMAIL"):
        assert [char for char in value if char in SEPARATORS] == [char for char in masked if char in SEPARATORS]
    assert all(new in (old, "*") for old, new in zip(value, masked, strict=True))


@given(st.sampled_from(CHANGED), VALUES, st.sampled_from(["*", "＊", "×"]))
def test_every_default_operator_is_idempotent(entity: str, value: str, mask: str) -> None:
    once = default(entity, value, mask_character=mask)
    assert default(entity, once, mask_character=mask) == once


@given(st.sampled_from(["2 3", "3 4", "0 4", "6 4", "1 2"]), DIGITS)
def test_a_mask_hides_enough_digits_or_all(args: str, value: str) -> None:
    masked = apply("mask", args.split(), value, OperatorContext("CN_MOBILE"))
    hidden = masked.count("*")
    assert hidden == len(value) or hidden >= 4
    head, tail = map(int, args.split())
    assert len(value) - hidden <= head + tail + 4  # and the country's prefix


@given(st.sampled_from(MASKED), DIGITS)
def test_no_run_of_seven_digits_is_left(entity: str, value: str) -> None:
    assert not re.search("[0-9]{9}", default(entity, value))
    if not value.startswith(("86", "0086")):
        assert not re.search("[0-9]{7}", default(entity, value))


@given(st.sampled_from(MASKED), st.text("0123456789abc张", min_size=1, max_size=24))
def test_something_changes(entity: str, value: str) -> None:
    assert default(entity, value) != value


@given(NAMES, st.sampled_from(["*", "某"]))
def test_of_a_name_at_most_the_surname_stays(value: str, mask: str) -> None:
    args = ("surname",) if mask == "*" else ("surname", mask)
    masked = apply("mask", args, value, OperatorContext("PERSON"))
    shown = [new for new, old in zip(masked, value, strict=True) if old not in SEPARATORS and new not in ("*", "某")]
    assert len(shown) <= 2
    assert apply("mask", args, masked, OperatorContext("PERSON")) == masked


@given(VALUES)
def test_an_address_is_cut_never_rewritten(value: str) -> None:
    changed = default("HOME_ADDRESS", value)
    assert changed in (value, hide_all(value, OperatorContext("HOME_ADDRESS"))) or (
        changed.endswith("**") and value.startswith(changed[:-2])
    )


@given(st.text("湖州市吴兴区织里镇乡县街道路村小号省自治1 ", max_size=24))
def test_of_an_address_only_units_down_to_the_town_stay(value: str) -> None:
    changed = default("HOME_ADDRESS", value)
    shown = changed.rstrip("* ")
    assert not re.search("[0-9]", shown)
    if shown.strip("* "):
        assert re.search("(省|市|自治区|自治州|地区|盟|县|区|旗|镇|乡|街道|办事处|苏木)$", shown.strip())


@given(VALUES)
def test_a_birth_date_leaves_a_year_or_nothing(value: str) -> None:
    changed = default("BIRTH_DATE", value)
    assert re.fullmatch("([0-9]{4}|[一二〇零○三四五六七八九]{4})年", changed) or not any(char.isalnum() for char in changed)


@given(VALUES, st.sampled_from(["PERSON", "CN_MOBILE", "EMAIL", "KEYWORD"]), st.sampled_from([None, b"k"]))
def test_pseudonyms_and_hashes_hold_no_digits_and_nothing_of_the_value(value: str, entity: str, key: bytes | None) -> None:
    context = OperatorContext(entity, key=key, pseudonyms=Pseudonyms())
    made = [apply("pseudonymize", (), value, context)]
    if key:
        made += [apply("hash", (name,), value, context) for name in ("sha256", "sm3")]
        assert [apply("hash", (name,), text, context) for name, text in zip(("sha256", "sm3"), made[1:], strict=True)] == made[1:]
    assert apply("pseudonymize", (), made[0], context) == made[0]
    assert not any(char.isdecimal() for text in made for char in text)


@given(st.sampled_from(sorted(ENTITIES)), st.text(max_size=120))
def test_a_preview_shows_no_more_than_the_operator_leaves(entity: str, value: str) -> None:
    spec = parse(ENTITIES[entity].operator, entity)
    shown = preview(entity, value, spec.name, spec.args)
    assert len(shown) <= 40
    assert all(char.isprintable() for char in shown)
    if entity in WORDING and len(value) <= 12:
        return  # a misspelt word is nobody's secret
    if spec.name == "mask":
        masked = default(entity, value)
        assert sum(char.isalnum() for char in shown) <= sum(char.isalnum() for char in masked)
    elif spec.name in ("", "remove") and entity not in SHOWN:
        assert sum(char.isalnum() for char in shown) <= 5


@given(st.sampled_from(sorted(SHOWN)), st.text("0123456789Xx机密年★，", max_size=60))
def test_what_may_be_shown_is_shown_without_its_numbers(entity: str, value: str) -> None:
    assert not re.search("[0-9Xx]{7}", preview(entity, value))


def test_an_editor_sees_what_was_written_into_a_page() -> None:
    assert preview("PAGE_HIJACK", "某某娱乐城_官网入口") == "某某娱乐城_官网入口"
    assert preview("CLASSIFICATION_MARK", "机密★1年") == "机密★1年"
    assert preview("TYPO", "布署") == "布署"
