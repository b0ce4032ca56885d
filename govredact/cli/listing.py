"""``govredact list``: what the program knows, from its own registries."""

from __future__ import annotations

from govredact.cli import options, tables
from govredact.cli.command import Command, Operand, Option
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import SimpleNamespace

    from govredact.messages import Texts

COMMAND = Command(
    "list",
    (Operand("WHAT", ("entities", "detectors", "lexicons", "policies", "formats")),),
    (*options.COMMON, Option(("--format",), "FORMAT", choices=("console", "json"), default="console")),
)


def run(args: SimpleNamespace, texts: Texts) -> int:
    """Print one row for each thing of the kind that was asked for."""
    rows = _ROWS[args.operands[0]](texts)
    tables.show(rows, args.format, texts("cli.list.empty"))
    return 0


def _entities(texts: Texts) -> list[dict[str, object]]:
    from govredact.entities import ENTITIES

    return [
        {
            "entity": row.name,
            "name": texts.entity(row.name),
            "category": row.category,
            "action": row.action,
            "severity": row.severity,
            "gate": row.gate,
            "operator": row.operator,
        }
        for row in ENTITIES.values()
    ]


def _detectors(_texts: Texts) -> list[dict[str, object]]:
    from govredact.detectors import all_detectors

    return [{"detector": row.name, "entities": list(row.entities), "source": row.source} for row in all_detectors()]


def _lexicons(_texts: Texts) -> list[dict[str, object]]:
    from govredact.lexicon import shipped

    return [
        {
            "lexicon": row.name,
            "kind": row.kind,
            "entries": len(row.entries),
            "purpose": row.header.get("purpose", ""),
            "source": row.header.get("source", ""),
            "licence": row.header.get("licence", ""),
            "date": row.header.get("date", ""),
        }
        for row in shipped()
    ]


def _policies(texts: Texts) -> list[dict[str, object]]:
    from govredact.policy import builtin_policies

    return [{"policy": name, "description": texts.find("policies", name) or description} for name, description in builtin_policies()]


def _formats(texts: Texts) -> list[dict[str, object]]:
    from govredact.documents import FORMATS

    return [{"format": row.name, "suffixes": list(row.suffixes), "masks": row.masks, "use": texts(_USES[row.masks])} for row in FORMATS]


_USES = {True: "cli.list.masks", False: "cli.list.scans"}
_ROWS = {"entities": _entities, "detectors": _detectors, "lexicons": _lexicons, "policies": _policies, "formats": _formats}
