"""A masked page looks the same around its masks: Chromium's pictures of both differ nowhere else."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops

import govredact

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
EXAMPLE = Path(__file__).parents[3] / "examples" / "临时救助公示.html"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --hide-scrollbars --window-size=900,800"
)
# One width for all characters, so that a mask takes the room of its value.
FONT = "<style>* { font-family: 'DejaVu Sans Mono', monospace !important }</style>"
BOX = '<span style="background: #f0f; color: #f0f">{}</span>'


def picture(html: str, folder: Path, name: str) -> Image.Image:
    page, shot, profile = folder / f"{name}.html", folder / f"{name}.png", folder / f"profile-{name}"
    page.write_text(html, encoding="utf-8")
    profile.mkdir()
    command = [str(CHROMIUM), *FLAGS.split(), f"--user-data-dir={profile}", f"--screenshot={shot}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return Image.open(shot).convert("RGB")


def boxed(text: str, other: str) -> str:
    """``text`` with a box over each piece of shown text that ``other`` has differently."""
    pieces = re.split(r"(<!--.*?-->|<script.*?</script>|<[^>]*>)", text, flags=re.DOTALL)
    others = re.split(r"(<!--.*?-->|<script.*?</script>|<[^>]*>)", other, flags=re.DOTALL)
    assert len(pieces) == len(others)
    shown = [BOX.format(one) if one != two and not one.startswith("<") else one for one, two in zip(pieces, others, strict=True)]
    assert sum(one != two for one, two in zip(pieces, shown, strict=True)) > 10
    return "".join(shown).replace("charset=gb2312", "charset=utf-8").replace("</head>", f"{FONT}</head>")


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_a_masked_page_looks_the_same_around_its_masks(tmp_path: Path) -> None:
    data = EXAMPLE.read_bytes()
    original, masked = data.decode("gbk"), govredact.Engine().mask_bytes(data, "a.html").decode("gbk")
    before = picture(boxed(original, masked), tmp_path, "before")
    after = picture(boxed(masked, original), tmp_path, "after")
    colours = {colour for _, colour in before.getcolors(1 << 20) or ()}
    assert (255, 0, 255) in colours
    assert len(colours) > 20
    assert ImageChops.difference(before, after).getbbox() is None
