"""The options that several commands share, in groups (DESIGN section 5)."""

from __future__ import annotations

from govredact.cli import convert
from govredact.cli.command import Operand, Option
from govredact.models import NAME_MODELS, SEVERITIES
from govredact.reports import FORMATS

HELP = Option(("-h", "--help"))
LANG = Option(("--lang",), "LANG", choices=("zh", "en"))
QUIET = Option(("-q", "--quiet"))
COMMON = (HELP, LANG, QUIET)

PATHS = Operand("PATH", many=True, complete="file")

INPUT = (
    Option(("--exclude",), "GLOB", many=True),
    Option(("--stdin-filename",), "NAME", complete="file"),
    Option(("--jobs",), "N", convert=convert.jobs, default=1),
)

# What decides on findings: the same for scan, mask, verify and baseline.
POLICY = (
    Option(("--policy",), "NAME|FILE", complete="file"),
    Option(("--entity",), "A,B", convert=convert.entities, many=True),
    Option(("--lexicon",), "FILE", many=True, complete="file"),
    Option(("--pattern",), "FILE", many=True, complete="file"),
    Option(("--allow-list",), "FILE", many=True, complete="file"),
    Option(("--no-inline",)),
    Option(("--strict-coverage",)),
    Option(("--include",), "review", choices=("review",)),
    Option(("--as-of",), "DATE", convert=convert.day),
    Option(("--name-model",), "MODEL", choices=NAME_MODELS),
)
BASELINE = Option(("--baseline",), "FILE", complete="file")
ORIGIN = tuple(Option((flag,), "TEXT") for flag in ("--url", "--title", "--source", "--published", "--level"))

REPORT = (
    Option(("--format",), "FORMAT", choices=FORMATS, default="console"),
    Option(("--output",), "FORMAT:FILE", convert=convert.output, many=True, complete="file"),
    Option(("--fail-on",), "LEVEL", choices=(*SEVERITIES, "never")),
    Option(("--show-values",)),
    Option(("--all",)),
    Option(("--explain",)),
    Option(("--risk",)),
)
