"""Prints scores for people. The values shown with --verbose are synthetic or the caller's own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from benchmarks.accuracy.scoring import stopped

if TYPE_CHECKING:
    from benchmarks.accuracy.scoring import Found, Score


def scores(structured: Score, overall: Score, negatives: int, hit: int) -> None:
    """A table of recall per type and the totals."""
    print("| type | found | planted | recall | expected action |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, total in overall.total.most_common():
        found = overall.found[name]
        print(f"| {name} | {found} | {total} | {found / total:.3f} | {overall.agreed[name] / max(1, found):.3f} |")
    for title, result in (("structured", structured), ("overall", overall)):
        share = f"{sum(result.found.values())}/{sum(result.total.values())}"
        print(f"{title}: recall {result.recall:.3f} ({share}), precision {result.precision:.3f} ({result.false} false)")
    print(f"clean texts flagged: {overall.flagged}/{overall.clean}")
    print(f"clean texts with a mask or block finding: {hit}/{negatives}")


def by_tag(cases: list[dict[str, Any]], result: Score) -> None:
    """Recall for each tag and false findings, worst first. A tag TYPE:form counts only values of its type."""
    missed = Counter(
        tag for case_id, kind, *_ in result.misses for tag in _tags(cases, case_id) if ":" not in tag or tag.startswith(kind + ":")
    )
    total = Counter(
        tag
        for case in cases
        for gold in case["gold"]
        if gold["type"] in result.total
        for tag in case["tags"]
        if ":" not in tag or tag.startswith(gold["type"] + ":")
    )
    false = Counter(tag for case_id, *_ in result.falses for tag in _tags(cases, case_id) if ":" not in tag)
    for tag, count in sorted(total.items(), key=lambda item: -missed[item[0]] / item[1]):
        if missed[tag]:
            print(f"  recall {1 - missed[tag] / count:.3f} ({missed[tag]} missed of {count}) {tag}")
    for tag, count in false.most_common():
        print(f"  {count} false findings in {tag}")


def details(cases: list[dict[str, Any]], result: Score, hit: list[dict[str, Any]], findings: dict[int, list[Found]]) -> None:
    """Every miss and every false finding with the text around it."""
    texts = {case["id"]: case["text"] for case in cases}
    rows = [("MISS", *row) for row in result.misses] + [("FALSE", *row) for row in result.falses]
    rows += [("STOPPED", case["id"], f.entity, f.start, f.end) for case in hit for f in stopped(findings[case["id"]])]
    for word, case_id, name, start, end in rows:
        text = texts[case_id]
        print(word, name, repr(text[start:end]), "in", repr(text[max(0, start - 40) : end + 20]), f"(case {case_id})")


def _tags(cases: list[dict[str, Any]], case_id: int) -> list[str]:
    case = (
        cases[case_id - 1]
        if case_id <= len(cases) and cases[case_id - 1]["id"] == case_id
        else next(c for c in cases if c["id"] == case_id)
    )
    tags: list[str] = case["tags"]
    return tags
