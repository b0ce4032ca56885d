"""Writes docs/entities.md from the registry of entity types and from the detectors.

    python tools/make_entities_page.py            # writes the page
    python tools/make_entities_page.py --check    # exit 1 when the page is not what the registry says
"""

from __future__ import annotations

import sys
from pathlib import Path

from govredact.detectors import all_detectors
from govredact.entities import ENTITIES, EntityType
from govredact.messages import Texts

PAGE = Path(__file__).parents[1] / "docs" / "entities.md"
HEAD = """# Entity types · 内容类型

What govredact looks for, and what it does with it. A type without a detector has a name and a rule already, and **nothing finds it
yet**: look for it yourself. 没有检测器的类型现在还查不出来，要由人看。

The action is that of the policy `gov-website`; a policy may change it (see [policy.md](policy.md)). 处理方式以默认策略为准。
The operators are explained there too.

This page is made by `python tools/make_entities_page.py`; a test compares it with `govredact list entities`.
"""
CATEGORIES = {
    "secrecy": "Secrecy · 涉密：the document must not be published",
    "sensitive": "Sensitive · 敏感：a person decides",
    "private": "Private · 隐私：covered",
    "quality": "Quality · 文字：a note, does not stop publication",
    "public": "Public · 公开：lawful, shown only with `--all`",
}


def detectors_of(name: str) -> str:
    """The detectors that yield the entity type, for a cell of the table."""
    return ", ".join(d.name for d in all_detectors() if name in d.entities) or "**none yet · 暂无**"


def row(entity: EntityType) -> str:
    """The line of one entity type."""
    english = Texts("en").entity(entity.name)
    operator = f"`{entity.operator}`" if entity.operator else "–"
    ruling = (entity.action, entity.severity, entity.gate, operator)
    cells = (f"`{entity.name}`", entity.zh, english, *ruling, detectors_of(entity.name), entity.notes)
    return f"| {' | '.join(cells)} |"


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for category, title in CATEGORIES.items():
        rows = [row(entity) for entity in ENTITIES.values() if entity.category == category]
        header = "| entity | 名称 | name | action | severity | gate | operator | detectors | notes |\n|---|---|---|---|---|---|---|---|---|"
        parts.append("\n".join((f"## {title}", "", header, *rows, "")))
    return "\n".join(parts)


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` say whether it is up to date."""
    wanted = page()
    if arguments == ["--check"]:
        return int(PAGE.read_text(encoding="utf-8") != wanted)
    PAGE.write_text(wanted, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
