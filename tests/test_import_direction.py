"""The layout of docs/architecture.md: imports point downwards only, and never sideways inside a tier."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "govredact"
TIERS = [
    {"typed"},
    {"late"},
    {"errors"},
    {"models"},
    {"entities"},
    {"lexicon", "numbers", "text", "messages"},
    {"addresses", "names"},
    {"context"},
    {"tampering"},
    {"resolve", "residue", "policy", "filters", "operators", "documents", "detectors"},
    {"files"},
    {"engine", "inputs"},
    {"reports", "review"},
    {"api", "cli", "server", "integrations"},
]
TIER_OF = {name: number for number, tier in enumerate(TIERS) for name in tier}
FREE = {"_version", "__init__", "__main__"}


def unit(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


def imports(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
            if node.module == "govredact":
                found.remove(node.module)
                found += [f"govredact.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    return [name for name in found if name.split(".")[0] == "govredact"]


def test_every_package_has_a_place_in_a_tier() -> None:
    packages = {p.parent.name for p in PACKAGE.glob("*/__init__.py")}
    units = packages | {p.stem for p in PACKAGE.glob("*.py")}
    assert units - FREE <= set(TIER_OF)


def test_imports_point_downwards_and_never_sideways() -> None:
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).parts
        own = parts[0].removesuffix(".py")
        if own in FREE:
            continue
        for name in imports(path):
            other = unit(name)
            if other not in FREE and other != own and TIER_OF[other] >= TIER_OF[own]:
                wrong.append(f"{path.relative_to(PACKAGE)} imports {name}")
    assert wrong == []
