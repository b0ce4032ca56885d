"""``govredact fix --wording``: copies in which misspelt words are replaced by what their findings suggest."""

from __future__ import annotations

from govredact.cli import copies, options
from govredact.cli.command import Command, Option
from govredact.cli.masking import MaskTask
from govredact.errors import UsageError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import SimpleNamespace

    from govredact.engine import MaskedFile
    from govredact.messages import Texts

COMMAND = Command("fix", (options.PATHS,), (Option(("--wording",)), *copies.OPTIONS))


class FixTask(MaskTask):
    """Corrects one file."""

    proved = False

    def change(self, data: bytes, path: str) -> MaskedFile:
        """The corrected copy; nothing is masked."""
        return self.engine.fix_file(data, path, path)


def run(args: SimpleNamespace, texts: Texts) -> int:
    """Write the corrected copies and report what remains in them; exit codes as for ``mask``."""
    if not args.wording:
        raise UsageError("fix needs --wording: it says what is to be corrected", kind="fix_what")
    return copies.run(args, texts, FixTask, "fix")
