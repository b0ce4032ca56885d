"""Word boundaries: what segmentation confirms and vetoes, and that jieba stays away."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.text import tokenizer
from govredact.text.folders import cache_home, kept_cache_folder


def asked(text: str, word: str, *extra: str) -> bool:
    start = text.index(word)
    return tokenizer.is_word(text, start, start + len(word), extra)


@pytest.mark.parametrize(
    ("text", "word"),
    [("打击网络赌博案件", "赌博"), ("开奖结果公布", "开奖"), ("看黄片违法", "黄片"), ("黄片", "黄片"), ("今晚特码公布", "特码")],
)
def test_a_word_of_its_own_is_confirmed(text: str, word: str) -> None:
    assert asked(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("前方路口交通事故", "口交"),
        ("中国人民银行", "国人"),
        ("研究生命起源", "究生"),
        ("代办证明", "办证"),
        ("模特码头", "特码"),
        ("妇女优先", "女优"),
    ],
)
def test_characters_of_two_words_are_vetoed(text: str, word: str) -> None:
    assert not asked(text, word)


def test_the_answer_is_the_same_deep_inside_a_long_text() -> None:
    text = "会议要求加强隐患排查。" * 50 + "前方路口交通事故多发，" + "各地区各部门要认真落实。" * 50
    assert not asked(text, "口交")
    assert asked(text, "前方")


def test_extra_words_count_as_words_of_the_dictionary() -> None:
    assert cut_words("东阳里社区公示", "东阳里") == ["东阳里", "社区", "公示"]
    assert not asked("前方路口交通事故", "口交", "口交")


def test_extra_words_of_one_question_leave_no_trace() -> None:
    before = tokenizer.cut("东阳里社区公示")
    tokenizer.cut("东阳里社区公示", ["东阳里社区"])
    assert tokenizer.cut("东阳里社区公示") == before


def cut_words(window: str, *extra: str) -> list[str]:
    return [window[start:end] for start, end in tokenizer.cut(window, extra)]


def test_latin_words_end_where_letters_and_digits_end() -> None:
    assert asked("访问bet365网站", "bet365")
    assert asked("an av site", "av")
    assert not asked("have a look", "av")
    assert not asked("mp365x", "365")


@given(st.text(max_size=40) | st.text(alphabet="路口交通事故黄片ab1 🙂\ud800，", max_size=40))
def test_spans_cover_any_window_without_gaps(window: str) -> None:
    spans = tokenizer.cut(window)
    assert "".join(window[start:end] for start, end in spans) == window
    assert all(start < end for start, end in spans)
    assert all(end == start for (_, end), (start, _) in itertools.pairwise(spans))


def test_threads_get_one_answer() -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(lambda _: asked("前方路口交通事故", "口交"), range(32)))
    assert answers == {False}


def run(program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, env={**os.environ, **environment})


def test_jieba_is_never_imported_and_its_list_is_kept_on_the_first_question(tmp_path: Path) -> None:
    program = (
        "import sys, os; from govredact.text import tokenizer\n"
        "assert tokenizer.is_word('have', 1, 3) is False\n"
        "assert not os.path.exists(os.environ['GOVREDACT_CACHE'])\n"
        "assert tokenizer.is_word('网络赌博', 2, 4)\n"
        "assert 'jieba' not in sys.modules"
    )
    for _ in range(2):
        done = run(program, GOVREDACT_CACHE=str(tmp_path / "cache"))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert {path.name for path in (tmp_path / "cache").iterdir()} == {"patterns.snapshot", "words.snapshot"}
        program = program.replace("assert not os.path", "assert os.path")


def test_the_cache_folder_is_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVREDACT_CACHE", str(tmp_path / "a" / "b"))
    folder = kept_cache_folder()
    assert folder == str(tmp_path / "a" / "b")
    if os.name == "posix":
        assert Path(folder).stat().st_mode & 0o777 == 0o700


def test_a_folder_that_others_may_write_to_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.name != "posix":
        pytest.skip("permissions of this kind are POSIX ones")
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    linked = tmp_path / "linked"
    linked.symlink_to(tmp_path)
    for untrusted in (shared, linked, tmp_path / "shared.txt"):
        monkeypatch.setenv("GOVREDACT_CACHE", str(untrusted))
        if untrusted.suffix:
            untrusted.write_text("a file")
        assert kept_cache_folder() is None


def test_without_a_setting_the_cache_lies_where_the_platform_keeps_caches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOVREDACT_CACHE", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/xdg")
    assert cache_home() == os.path.join("/xdg", "govredact")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/appdata")
    assert cache_home() == os.path.join("/appdata", "govredact")


@pytest.mark.parametrize(
    ("text", "wrong", "right", "least"),
    [("认真布署防汛工作", "布署", "部署", 6.3), ("经领导小姐研究", "领导小姐", "领导小组", 4), ("人民共合国", "共合国", "共和国", 8)],
)
def test_the_right_word_makes_a_sentence_likelier(text: str, wrong: str, right: str, least: float) -> None:
    start = text.index(wrong)
    assert tokenizer.gain(text, start, start + len(wrong), right) >= least


@pytest.mark.parametrize(("text", "wrong", "right"), [("由人民攻府解释", "民攻", "民政"), ("年经济增长", "年经", "年轻")])
def test_a_word_that_would_not_be_read_in_one_piece_gains_nothing(text: str, wrong: str, right: str) -> None:
    start = text.index(wrong)
    assert tokenizer.gain(text, start, start + len(wrong), right) <= 0


def test_the_same_word_gains_nothing() -> None:
    assert tokenizer.gain("认真部署防汛工作", 2, 4, "部署") == 0


@given(st.text(alphabet="人民政府部署工作领导小组", min_size=1, max_size=12))
def test_the_likelihood_is_that_of_the_best_segmentation(run: str) -> None:
    pieces = [run[start:end] for start, end in tokenizer.cut(run)]
    assert tokenizer.likelihood(run) == pytest.approx(sum(tokenizer.likelihood(piece) for piece in pieces))
