"""Matchers travel to other processes, are shared by threads, and stay small with large lists."""

from __future__ import annotations

import pickle
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise

from govredact.lexicon import Matcher, loads, shipped

DAY = date(2026, 11, 22)


def test_a_matcher_that_was_pickled_finds_the_same() -> None:
    made = Matcher.build([*shipped("gambling"), loads("# variants: separators\n甲乙丙\n", "own")], ["★"], DAY)
    again = pickle.loads(pickle.dumps(made))
    text = "甲*乙丙 網上賭場 六合彩★"
    assert again.find(text) == made.find(text)
    assert len(made.find(text).keywords) == 3
    assert again.lexicons == made.lexicons


def test_threads_share_one_matcher() -> None:
    made = Matcher.build(shipped(), ["★"], DAY)
    texts = [f"联系人：甲{n} 电话：1{n}★ 網上賭場 六*合*彩 " * 200 for n in range(24)]
    alone = [Matcher.build(shipped(), ["★"], DAY).find(texts[0]), *map(made.find, texts[1:])]
    fresh = Matcher.build(shipped(), ["★"], DAY)
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(fresh.find, texts))
    assert together == alone


def test_hundreds_of_thousands_of_entries_are_all_found() -> None:
    chance = random.Random(7)
    han = [chr(0x4E00 + chance.randrange(8000)) for _ in range(3500)]
    words = {"".join(chance.choices(han, k=chance.randint(2, 6))) for _ in range(200_000)}
    lexicon = loads("\n".join(words), "large")
    made = Matcher.build([lexicon], (), DAY)
    sample = chance.sample(sorted(words), 2000)
    hits = made.find("。".join(sample)).keywords
    assert {hit.entry.text for hit in hits} >= set(sample)


def test_scanning_imports_little() -> None:
    program = (
        "import sys; from govredact.lexicon import Matcher, shipped\n"
        "Matcher.build(shipped()).find('身份证号：1 電話 赌*博')\n"
        "heavy = {'jieba', 'logging', 'dataclasses', 'pathlib', 'inspect', 'difflib', 'csv', 'pickle', 'importlib.metadata', 'lxml'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_hits_of_a_long_text_come_in_order() -> None:
    made = Matcher.build(shipped(), ["★"], DAY)
    for hits in made.find("姓名：甲★ 电话：1 六合彩 赌博网 " * 3000):
        assert all((a.start, a.end) <= (b.start, b.end) for a, b in pairwise(hits))
        assert len(hits) >= 3000
