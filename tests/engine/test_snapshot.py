"""The snapshot of the shipped lists: the same hits as a fresh build, used only where it can be trusted, and never with lists of users."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

import govredact
from govredact.engine import snapshot
from govredact.lexicon import Matcher, places, shipped

DAY = dt.date(2026, 11, 22)
ANCHORS = ("★", "合计", "tel=")
TEXT = "姓　名：张三\t身份證號碼：x\n認真布署，合计5，TEL=1，六*合*彩，机密★10年，線上賭場，患糖尿病"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOVREDACT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def hits(matcher: Matcher) -> object:
    return matcher.find(TEXT)


def test_a_snapshot_finds_what_a_fresh_build_finds(cache: Path) -> None:
    fresh = hits(Matcher.build(shipped(), ANCHORS, DAY))
    assert hits(snapshot.matcher(ANCHORS, str(DAY))) == fresh  # written now
    kept = (cache / "lexicon.snapshot").read_bytes()
    again = snapshot.matcher(ANCHORS, str(DAY))
    assert hits(again) == fresh  # read now
    assert (cache / "lexicon.snapshot").read_bytes() == kept
    assert [row.name for row in again.lexicons] == [row.name for row in shipped()]


DAMAGE = [lambda data: data[:-1], lambda data: data[:200], lambda data: b"", lambda data: data[:500] + b"x" + data[501:]]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_snapshot_is_made_anew(cache: Path, damage: object) -> None:
    snapshot.matcher(ANCHORS, str(DAY))
    path = cache / "lexicon.snapshot"
    damaged = damage(path.read_bytes())  # type: ignore[operator]
    path.write_bytes(damaged)
    assert hits(snapshot.matcher(ANCHORS, str(DAY))) == hits(Matcher.build(shipped(), ANCHORS, DAY))
    whole = path.read_bytes()
    assert whole != damaged
    assert hits(snapshot.matcher(ANCHORS, str(DAY))) == hits(Matcher.build(shipped(), ANCHORS, DAY))
    assert path.read_bytes() == whole


def test_a_snapshot_of_other_anchors_or_another_day_is_not_used(cache: Path) -> None:
    snapshot.matcher((), str(DAY))
    assert hits(snapshot.matcher(ANCHORS, str(DAY))) == hits(Matcher.build(shipped(), ANCHORS, DAY))
    before = (cache / "lexicon.snapshot").read_bytes()
    snapshot.matcher(ANCHORS, str(DAY + dt.timedelta(days=1)))
    assert (cache / "lexicon.snapshot").read_bytes()[:64] != before[:64]


def test_a_snapshot_of_other_lists_is_not_used(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lists = Path(shutil.copytree(places.folder(), tmp_path / "lists"))
    monkeypatch.setattr(places, "folder", lambda: str(lists))
    before = len(snapshot.matcher(ANCHORS, str(DAY)).find("认真布署，机密★10年").keywords)
    with (lists / "fraud.tsv").open("a", encoding="utf-8") as file:
        file.write("认真布署\n")
    assert len(snapshot.matcher(ANCHORS, str(DAY)).find("认真布署，机密★10年").keywords) == before + 1


def test_where_nothing_can_be_kept_everything_works_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("GOVREDACT_CACHE", str(tmp_path / "file"))
    assert hits(snapshot.matcher(ANCHORS, str(DAY))) == hits(Matcher.build(shipped(), ANCHORS, DAY))


def test_a_folder_that_others_may_write_to_is_not_trusted(cache: Path) -> None:
    cache.mkdir()
    cache.chmod(0o777)
    snapshot.matcher(ANCHORS, str(DAY))
    assert list(cache.iterdir()) == []


def test_words_of_users_and_of_texts_are_never_kept(cache: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.txt"
    own.write_text("本局秘密代号\n", encoding="utf-8")
    engine = govredact.Engine(lexicons=[str(own)])
    assert [f.entity for f in engine.scan_text("本局秘密代号，电话13800138000")] == ["KEYWORD", "CN_MOBILE"]
    govredact.Engine().scan_text("本局秘密代号，电话13800138000")
    kept = b"".join(path.read_bytes() for path in cache.iterdir())
    assert "秘密代号".encode() not in kept
    assert b"13800138000" not in kept
