"""Word boundaries: what segmentation confirms and vetoes, and that jieba stays away until it is asked."""

from __future__ import annotations

import itertools
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from govredact.text import tokenizer


def asked(text: str, word: str, *extra: str) -> bool:
    start = text.index(word)
    return tokenizer.is_word(text, start, start + len(word), extra)


@pytest.mark.parametrize(("text", "word"), [("打击网络赌博案件", "赌博"), ("开奖结果公布", "开奖"), ("看黄片违法", "黄片")])
def test_a_word_of_its_own_is_confirmed(text: str, word: str) -> None:
    assert asked(text, word)


@pytest.mark.parametrize(("text", "word"), [("前方路口交通事故", "口交"), ("中国人民银行", "国人"), ("研究生命起源", "究生")])
def test_characters_of_two_words_are_vetoed(text: str, word: str) -> None:
    assert not asked(text, word)


def test_a_word_that_the_dictionary_lacks_is_joined_but_not_against_a_boundary() -> None:
    assert asked("购买彩金大派送产品", "彩金大派送", "彩金大派送")
    assert not asked("前方路口交通事故", "口交", "口交")


def test_latin_words_need_no_segmentation() -> None:
    assert asked("访问bet365网站", "bet365")


def test_spans_cover_the_window_without_gaps() -> None:
    window = "青山县2026年第三季度临时救助对象公示🙂\n（第1批）"
    spans = tokenizer.cut(window)
    assert [window[a:b] for a, b in spans]
    assert spans[0][0] == 0
    assert spans[-1][1] == len(window)
    assert all(end == start for (_, end), (start, _) in itertools.pairwise(spans))


def test_threads_get_one_answer() -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(lambda _: asked("前方路口交通事故", "口交"), range(32)))
    assert answers == {False}


def test_jieba_is_imported_on_the_first_question_only_and_says_nothing() -> None:
    program = (
        "import sys; from govredact.text import tokenizer\n"
        "assert 'jieba' not in sys.modules\n"
        "assert tokenizer.is_word('网络赌博', 2, 4)\n"
        "assert 'jieba' in sys.modules\n"
        "import logging; assert not logging.getLogger().handlers"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
