"""The data of names: what is kept says what the files say, and words that are read as texts need them tell what all words tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.names import free, search, store, values

DATA = Path(store.__file__).parent / "data"
LINES = [line for line in (DATA / "words.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
WORDS = sorted({word for line in LINES for word in line.split("\t")[1].split()})
SIGNS = ["，", "、", "：", "\n", " ", "1", "同志", "村民", "局长", "某", "鬱"]


def forget() -> None:
    store._data.cache_clear()
    search._tests.cache_clear()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOVREDACT_CACHE", str(tmp_path))
    forget()
    return tmp_path / "names.snapshot"


def everything() -> tuple[object, ...]:
    words = store.words("".join(WORDS))
    kinds = ("kin", "official", "organisation")
    return store.names(), store.known(), [store.cues(kind) for kind in kinds], words.costs, words.beginnings, store.frequent("")


def test_what_is_kept_is_what_the_files_say(cache: Path) -> None:
    fresh = everything()  # written now
    kept = cache.read_bytes()
    forget()
    assert everything() == fresh  # read now
    assert cache.read_bytes() == kept
    assert store.cost("提高") < 95
    assert set(WORDS) <= fresh[3].keys()  # type: ignore[attr-defined]


def test_what_is_damaged_is_read_anew(cache: Path) -> None:
    fresh = everything()
    cache.write_bytes(cache.read_bytes()[:-1])
    forget()
    assert everything() == fresh


def test_only_words_that_a_text_can_hold_are_read(cache: Path) -> None:
    assert "提高" in store.words("认真提高").costs
    assert "质量" not in store.words("认真提高").costs
    assert store.is_word("质量")
    assert not store.is_word("质提")
    assert store.cost("") == store.cost("质提") == 999


@given(st.lists(st.sampled_from(SIGNS) | st.sampled_from(WORDS) | st.sampled_from("王李张欧阳上官丽国强建"), max_size=12).map("".join))
def test_words_that_are_read_as_texts_need_them_tell_what_all_words_tell(text: str) -> None:
    forget()
    by_need = read(text)
    store.words("".join(WORDS))
    assert read(text) == by_need


def read(text: str) -> tuple[object, ...]:
    places = range(len(text))
    return list(free.find(text)), [values.one(text, place, len(text)) for place in places], [free.at(text, place, 30) for place in places]
