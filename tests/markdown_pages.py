"""The pages of the documentation, taken apart: fenced blocks, links, headings."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
_FENCE = re.compile(r"^```([^\n`]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
_CODE = re.compile("(?:退出码|exit code) ([0-9]+)", re.IGNORECASE)


class Block(NamedTuple):
    """A fenced block: its language, the file it shows (```toml govredact.toml), its text, and the line it begins at."""

    language: str
    file: str
    text: str
    line: int


class Command(NamedTuple):
    """One line of a shell block that starts govredact, and the exit code that its comment states; None where it states none."""

    words: str
    code: int | None


def all_pages():
    """Every Markdown page of the project, without what is invented for the examples."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md"), ROOT / "examples" / "README.md"])


def blocks(text):
    """The fenced blocks of a page in order."""
    found = []
    for match in _FENCE.finditer(text):
        language, _, file = match[1].strip().partition(" ")
        found.append(Block(language, file, match[2], text.count("\n", 0, match.start()) + 1))
    return found


def commands(block):
    """The lines of a shell block that start govredact."""
    if block.language not in ("bash", "sh", "shell", "console"):
        return []
    found = []
    for line in block.text.splitlines():
        words, _, comment = line.partition(" #")
        stated = _CODE.search(comment)
        if words.startswith("govredact "):
            found.append(Command(words.strip(), int(stated[1]) if stated else None))
    return found


def links(text):
    """The targets of all links outside fenced blocks that point into the project."""
    found = _LINK.findall(_FENCE.sub("", text))
    return [target for target in found if not re.match("[a-z]+:", target)]


def anchors(text):
    """The anchors that GitHub gives to the headings of a page."""
    headings = _HEADING.findall(_FENCE.sub("", text))
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}
