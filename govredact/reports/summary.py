"""The end of the console report: what was looked at, what was found, and what to do next."""

from __future__ import annotations

from govredact.reports.terminal import paint
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from govredact.reports.style import Style


def summary_lines(view: dict[str, Any], style: Style) -> list[str]:
    """The summary as lines; the policy and its date belong to it, because the outcome depends on both."""
    texts, summary = style.texts, view["summary"]
    lines = [paint(texts("report.summary", **_totals(summary)), "bold", style.colour)]
    if summary["by_action"]:
        pairs = [texts("report.pair", name=texts(f"report.action.{action}"), count=count) for action, count in summary["by_action"].items()]
        lines.append(texts("report.summary.actions", actions=texts("report.separator").join(pairs)))
        if _masks(style):
            lines.append(texts("report.summary.remaining"))
    if summary["filtered"]:
        lines.append(texts("report.summary.filtered", filtered=summary["filtered"]))
    if summary["inline_ignored"]:
        lines.append(texts("report.summary.inline", count=summary["inline_ignored"]))
    lines.append(texts("report.policy", policy=view["policy"]["name"], as_of=view["as_of"]))
    return lines + _next_steps(view, style)


def _totals(summary: dict[str, Any]) -> dict[str, int]:
    return {name: summary[name] for name in ("files", "scanned", "unreadable", "skipped", "findings")}


def _next_steps(view: dict[str, Any], style: Style) -> list[str]:
    texts = style.texts
    steps = [f"report.next.{action}" for action in ("block", "mask", "review") if action in view["summary"]["by_action"]]
    if _masks(style):
        steps = [step for step in steps if step != "report.next.mask"]
    if any(file["status"] == "scanned" and file["error"] for file in view["files"]):
        steps.append("report.next.not_masked")
    if any(_unread(file) for file in view["files"]):
        steps.append("report.next.unreadable")
    if not steps:
        clean = texts("report.clean_copy" if _masks(style) else "report.clean")
        return [] if view["summary"]["findings"] else [paint(clean, "green", style.colour)]
    if view["summary"]["findings"] and not style.explain:
        steps.append("report.next.explain")
    return [texts("report.next"), *(f"  - {texts(step)}" for step in steps)]


def _masks(style: Style) -> bool:
    return style.mode.startswith("mask")


def _unread(file: dict[str, Any]) -> bool:
    return file["status"] == "unreadable" or any(gap["blocking"] for gap in file["coverage"]["unscanned"])
