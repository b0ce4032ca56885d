"""remove, replace, pseudonymize, hash, and the previews of reports."""

from __future__ import annotations

import hashlib
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

from govredact import operators
from govredact.errors import ConfigError
from govredact.operators import OperatorContext, Pseudonyms, apply
from govredact.operators.preview import preview
from govredact.policy import specs


def test_policies_and_operators_know_the_same_names() -> None:
    assert set(operators.NAMES) == set(specs.NAMES)
    with pytest.raises(ConfigError, match="no operator 'maks'"):
        apply("maks", (), "x", OperatorContext("QQ"))


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        ("", "", ""),
        ("：", "。", ""),
        ("密码", "，", ""),
        ("1", "2", "；"),
        ("一", "八", "；"),
        ("138 ", " 0013", "；"),
        ("\t", "\t", ""),
        ("1\n", "2", ""),
        ("a", "b", " "),
        ("a", "@b.cn", " "),
        ("a", "2", " "),
    ],
)
def test_removing_leaves_a_separator_only_where_neighbours_would_join(before: str, after: str, left: str) -> None:
    context = OperatorContext("QQ", before=before, after=after)
    assert apply("remove", (), "secret", context) == left
    assert apply("remove", (), left, context) == left


def test_a_removed_password_leaves_a_sign_so_that_the_next_word_is_not_taken_for_it() -> None:
    assert apply("remove", (), "secret", OperatorContext("CREDENTIAL", before="：", after=" ")) == "（略）"


def test_replacing_writes_the_fixed_text() -> None:
    assert apply("replace", ("（略）",), "13800138000", OperatorContext("CN_MOBILE")) == "（略）"


def test_the_same_value_has_the_same_pseudonym_in_one_run() -> None:
    table = Pseudonyms()

    def name(value: str, entity: str = "PERSON") -> str:
        return apply("pseudonymize", (), value, OperatorContext(entity, pseudonyms=table))

    assert [name(value) for value in ("张伟", "李四", "张 伟", "王五")] == ["人员甲", "人员乙", "人员甲", "人员丙"]
    assert name("+86 138 0013 8000", "CN_MOBILE") == name("13800138000", "CN_MOBILE") == "电话甲"
    assert name("人员乙") == "人员乙"
    assert len({name(f"人{number}") for number in range(300)}) == 300


def test_pseudonyms_under_a_key_depend_on_nothing_else() -> None:
    one, other = OperatorContext("PERSON", key=b"k1"), OperatorContext("PERSON", key=b"k2", pseudonyms=Pseudonyms())
    first = apply("pseudonymize", (), "张伟", one)
    assert first == apply("pseudonymize", (), "张伟", one) != apply("pseudonymize", (), "张伟", other)
    assert first.startswith("人员")
    assert apply("pseudonymize", (), first, one) == first


def test_pseudonyms_need_a_key_or_a_table() -> None:
    with pytest.raises(ConfigError, match="needs a key"):
        apply("pseudonymize", (), "张伟", OperatorContext("PERSON"))


def test_threads_and_copies_share_a_table_without_doubles() -> None:
    table = Pseudonyms()
    table.number("人员", "first")
    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(lambda value: table.number("人员", str(value % 500)), range(4000)))
    assert len(set(numbers)) == 500
    assert pickle.loads(pickle.dumps(table)).number("人员", "first") == 0


@pytest.mark.parametrize("algorithm", ["sha256", "sm3"])
def test_a_hash_is_twenty_four_letters_and_depends_on_the_key(algorithm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert algorithm in hashlib.algorithms_available
    context = OperatorContext("CN_MOBILE", key=b"k1")
    made = apply("hash", (algorithm,), "138 0013 8000", context)
    assert len(made) == 24
    assert made.isascii() and made.isalpha() and made.islower()  # noqa: PT018 - one shape
    assert made == apply("hash", (algorithm,), "13800138000", context)
    assert made != apply("hash", (algorithm,), "13800138000", OperatorContext("CN_MOBILE", key=b"k2"))
    assert apply("hash", (algorithm,), made, context) == made


def test_the_two_hashes_differ() -> None:
    context = OperatorContext("CN_MOBILE", key=b"k1")
    assert apply("hash", ("sha256",), "1", context) != apply("hash", ("sm3",), "1", context)


def test_a_hash_without_key_or_algorithm_is_a_configuration_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigError, match="GOVREDACT_KEY"):
        apply("hash", ("sha256",), "1", OperatorContext("QQ"))
    monkeypatch.setattr(hashlib, "algorithms_available", {"sha256"})
    with pytest.raises(ConfigError, match="no SM3; use 'hash sha256'"):
        apply("hash", ("sm3",), "1", OperatorContext("QQ", key=b"k"))


@pytest.mark.parametrize(
    ("entity", "value", "name", "args", "shown"),
    [
        ("CN_RESIDENT_ID", "330106197806080022", "mask", ("2", "3"), "33*************022"),
        ("HEALTH_FACT", "肺癌晚期", "remove", (), "****"),
        ("HOME_ADDRESS", "湖州市吴兴区人民路55号", "generalize", ("town",), "湖州市吴兴区**"),
        ("PERSON", "张伟", "pseudonymize", (), "**"),
        ("KEYWORD", "赌", "", (), "*"),
        ("KEYWORD", "赌博", "", (), "赌*"),
        ("KEYWORD", "秘密★1年", "", (), "秘***年"),
        ("CN_USCC", "91330106MA2X1Y2Z3A", "", (), "91*************Z3A"),
        ("CN_MOBILE", "138\n00138000", "mask", ("3", "4"), "138 ****8000"),
        ("CN_MOBILE", "\u202e13800138000\x1b", "mask", ("fully",), "*" * 13),
    ],
)
def test_previews_show_little_and_fit_one_line(entity: str, value: str, name: str, args: tuple[str, ...], shown: str) -> None:
    assert preview(entity, value, name, args) == shown


def test_long_previews_are_cut() -> None:
    assert preview("AGGREGATION", "张" * 200) == "张张****…张张张"
    assert len(preview("HOME_ADDRESS", "湖" * 200, "generalize", ("town",))) <= 40
