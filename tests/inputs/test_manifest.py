"""manifest.jsonl: where the files of a dump come from."""

from __future__ import annotations

import json
import pickle
from typing import TYPE_CHECKING

import pytest

import govredact
from govredact.errors import ConfigError
from govredact.inputs import Manifests
from govredact.models import Origin

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, *entries: dict[str, object]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
    (folder / "manifest.jsonl").write_text(lines, "utf-8")


def test_the_nearest_manifest_that_names_a_file_counts(tmp_path: Path) -> None:
    write(tmp_path, {"path": "news/1.html", "url": "http://a.gov.cn/1"}, {"path": "news/2.html", "title": "外"})
    write(tmp_path / "news", {"path": "2.html", "title": "内", "published": "2026-03-01", "else": 1})
    manifests = pickle.loads(pickle.dumps(Manifests([str(tmp_path)])))
    assert manifests.origin(str(tmp_path / "news/1.html")) == Origin(url="http://a.gov.cn/1")
    assert manifests.origin(str(tmp_path / "news/2.html")) == Origin(title="内", published="2026-03-01")
    assert manifests.origin(str(tmp_path / "news/3.html")) is None


def test_folders_above_what_was_named_are_not_read(tmp_path: Path) -> None:
    write(tmp_path, {"path": "news/1.html", "url": "http://a.gov.cn/1"})
    assert Manifests([str(tmp_path / "news")]).origin(str(tmp_path / "news/1.html")) is None


@pytest.mark.parametrize("line", ["{", "[]", '{"url": "http://a.gov.cn"}', '{"path": "a", "title": 3}'])
def test_a_damaged_manifest_says_where(tmp_path: Path, line: str) -> None:
    (tmp_path / "manifest.jsonl").write_text('{"path": "b"}\n' + line + "\n", "utf-8")
    with pytest.raises(ConfigError, match=r"manifest\.jsonl:2: "):
        Manifests([str(tmp_path)]).origin(str(tmp_path / "a"))


def test_what_a_manifest_says_goes_before_the_engines_origin() -> None:
    engine = govredact.Engine(origin=Origin(published="2026-03-01", level="central"))
    data = "通知\n发布时间：2026-03-02\n各单位：".encode()
    assert [f.entity for f in engine.scan_file(data, "a.txt").findings] == ["DATE_MISMATCH"]
    assert engine.scan_file(data, "a.txt", origin=Origin(published="2026-03-02")).findings == ()
