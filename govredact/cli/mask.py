"""``govredact mask``: verified masked copies, or nothing at all."""

from __future__ import annotations

from govredact.cli import copies, options
from govredact.cli.command import Command
from govredact.cli.masking import MaskTask
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import SimpleNamespace

    from govredact.messages import Texts

COMMAND = Command("mask", (options.PATHS,), copies.OPTIONS)


def run(args: SimpleNamespace, texts: Texts) -> int:
    """Write the copies and report what remains in them; see DESIGN section 5 for the exit codes."""
    return copies.run(args, texts, MaskTask, "mask")
