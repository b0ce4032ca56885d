"""``govredact demo``: what the program does, on a built-in text in memory; no file is read or written."""

from __future__ import annotations

import sys

from govredact.cli import options, output
from govredact.cli.command import Command
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import SimpleNamespace

    from govredact.messages import Texts

COMMAND = Command("demo", (), options.COMMON)

# Invented: the numbers have valid check digits and belong to nobody.
TEXT = """\
关于某镇2026年第三季度临时救助对象的公示

姓名,身份证号码,联系电话,开户行账号,救助金额
王某某,110101199003074258,13800138000,6222020200112233446,1200元
李某某,320106198511120034,138 1234 5678,6217001234567890122,800元

如有异议，请于公示期内向某镇民政办反映，办公电话：0572-12345678。
"""


def run(args: SimpleNamespace, texts: Texts) -> int:
    """Print the text, its findings and the masked text; always 0."""
    from govredact.engine import Engine
    from govredact.models import Report
    from govredact.reports import render
    from govredact.reports.view import public_view

    engine = Engine("gov-website")
    data = TEXT.encode("utf-8")
    report = engine.scan_file(data, "demo.txt")
    style = output.style(texts, args, "scan", sys.stdout)._replace(explain=True, quiet=True)
    view = public_view(Report((report,), engine.policy.name, engine.policy.digest, ""))
    parts = (
        (texts("cli.demo.before"), TEXT),
        (texts("cli.demo.findings"), render("console", view, style)),
        (texts("cli.demo.after"), engine.mask_file(data, "demo.txt").data.decode("utf-8")),
    )
    output.write("\n".join(f"{title}\n\n{text}" for title, text in parts) + f"\n{texts('cli.demo.next')}\n", sys.stdout)
    return 0
