"""The compact dictionary says the same as jieba's own, word by word."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import jieba
from hypothesis import given
from hypothesis import strategies as st

from govredact.text import dictionary

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from govredact.text.dictionary import Dictionary


@cache
def _theirs() -> tuple[dict[str, int], int]:
    with open(jieba.get_dict_file().name, "rb") as file:
        frequencies, total = jieba.Tokenizer.gen_pfdict(file)
    return frequencies, total


@cache
def _ours() -> Dictionary:
    return dictionary.load()


def _words(run: str, start: int) -> list[tuple[int, float]]:
    ends = range(start + 1, len(run) + 1)
    return [(end, _ours().likelihood(count)) for end in ends if (count := _theirs()[0].get(run[start:end]))]


def test_every_word_is_found_with_its_likelihood() -> None:
    ours, (theirs, total) = _ours(), _theirs()
    assert all((len(word), ours.likelihood(count)) == ours.words_at(word, 0)[-1] for word, count in theirs.items() if count)
    assert ours.likelihood(total) == 0


@given(st.text(alphabet="中华人民共和国政府部署工作领导小组一不𠀀🙂\ud800a1，", min_size=1, max_size=20))
def test_the_words_of_any_run_are_those_of_jieba(run: str) -> None:
    assert all(_ours().words_at(run, start) == _words(run, start) for start in range(len(run)))


def test_without_a_folder_to_keep_it_in_the_list_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("GOVREDACT_CACHE", str(tmp_path / "file"))
    assert dictionary.load().words_at("人民政府", 0) == _ours().words_at("人民政府", 0)
