"""Web pages: scanning and masking against parsing the same page with lxml, which keeps no offsets.

Equal results are asserted before anything is timed: the same text as lxml reads, every planted number found, none left.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from benchmarks.speed.clock import medians
from benchmarks.speed.result import Row, Section, at_least, at_most

if TYPE_CHECKING:
    from govredact import Engine
    from govredact.engine.plan import Plan

_EVERY = 10
_NAME = "a.html"
_WORDS = "为进一步做好困难群众救助工作，现将有关事项公示如下，请社会各界监督"
_MENU = '<li class="nav-item"><a href="/col/col{0}/index.html" target="_blank" title="栏目{0}">栏目名称{0}</a></li>\n'
_RUN = (
    "FONT-SIZE: 16pt; FONT-FAMILY: 仿宋_GB2312; mso-ascii-font-family: 'Times New Roman'; mso-hansi-font-family: 'Times New Roman'; "
    "mso-bidi-font-size: 12.0pt; mso-font-kerning: 0pt"
)
_PARAGRAPH = (
    '<p class="MsoNormal" style="TEXT-INDENT: 32pt; LINE-HEIGHT: 28pt; mso-char-indent-count: 2.0; mso-line-height-rule: exactly">'
    f'<span style="{_RUN}">第{{0}}条 </span><span lang="EN-US" style="{_RUN}; COLOR: black">{{1}}，<b>公示期</b>为{{2}}天。</span></p>\n'
)
_CONTACT = f'<p><span style="{_RUN}">联系电话：</span><span lang="EN-US" style="{_RUN}">{{0}}</span><span>{{1}}</span></p>\n'
_ROW = (
    '<tr style="HEIGHT: 20pt; mso-yfti-irow: {0}">\n  <td width="60" style="BORDER: windowtext 1pt solid; PADDING: 0cm 5.4pt" valign="top">'
    '<p class="MsoNormal"><span>{0}</span></p></td>\n  <td width="180" valign="top"><p class="MsoNormal">青山县某镇某村</p></td>\n'
    '  <td align="right">{1}元</td>\n</tr>\n'
)


def page(paragraphs: int) -> tuple[bytes, list[str]]:
    """A page as sites of offices serve it (menu, text pasted from Word, table, scripts), and the mobile numbers in it."""
    rng, numbers = random.Random(20261121), []
    pieces = ['<!DOCTYPE html>\n<html><head><meta charset="utf-8" /><title>公示</title><style>.hide{display:none}</style></head><body><ul>']
    pieces += [_MENU.format(number) for number in range(60)]
    pieces.append('</ul><div class="content" id="zoom">')
    for index in range(paragraphs):
        pieces.append(_PARAGRAPH.format(index, _WORDS, index % 7 + 1))
        if index % _EVERY == 0:
            numbers.append(str(13800000000 + rng.randrange(10**8)))
            pieces.append(_CONTACT.format(numbers[-1][:3], numbers[-1][3:]))
    pieces.append('<table border="0" width="100%"><tbody>')
    pieces += [_ROW.format(index, 100 + index % 900) for index in range(paragraphs)]
    pieces.append('</tbody></table></div><script>var _h = "x"; (function () { return document.title; })();</script></body></html>')
    return "".join(pieces).encode(), numbers


def pages_section(paragraphs: int = 2000, rounds: int = 5) -> Section:
    """The table."""
    from lxml import html

    from govredact import Engine
    from govredact.documents import DEFAULT_LIMITS
    from govredact.engine.examine import examine

    engine, plan = Engine(), number_plan()
    data, numbers = page(paragraphs)
    _assert_equal(engine, data, numbers)
    taken = medians(
        {
            "parse": lambda: html.document_fromstring(data),
            "numbers": lambda: examine(plan, data, _NAME, DEFAULT_LIMITS),
            "scan": lambda: engine.scan_file(data, _NAME),
            "mask": lambda: engine.mask_file(data, _NAME),
        },
        rounds,
    )
    return Section(
        "Web pages",
        "python -m benchmarks.speed --only pages",
        (f"A page of {len(data) / 1e6:.1f} MB; one paragraph in {_EVERY} is followed by a mobile number split by formatting.",),
        (
            at_least("lxml parsing over scan .html for numbers", _ms(taken["numbers"]), taken["parse"] / taken["numbers"], 0.15),
            Row("scan .html with all detectors", _ms(taken["scan"]), f"{taken['parse'] / taken['scan']:.2f}"),
            at_most("mask .html over scan", _ms(taken["mask"]), taken["mask"] / taken["scan"], 4),
            Row("parse .html with lxml", _ms(taken["parse"])),
        ),
    )


def number_plan() -> Plan:
    """The detectors that numbers wake up, with all labels and keywords."""
    from datetime import date

    from govredact import detectors, lexicon
    from govredact.context.scan import Settings
    from govredact.engine.plan import Plan

    chosen = [detector for detector in detectors.all_detectors() if detector.digits or detector.tokens]
    matcher = lexicon.Matcher.build(lexicon.shipped(), [], date(2026, 11, 21))
    return Plan([detector._replace(anchors=()) for detector in chosen], matcher, Settings(2026, "2026-11-21"))


def _assert_equal(engine: Engine, data: bytes, numbers: list[str]) -> None:
    from lxml import html

    from govredact.documents import open_document

    body = html.document_fromstring(data).xpath("//body//text()[not(parent::script)]")
    flow = next(iter(open_document(data, _NAME).passages())).text
    if re.sub(r"\s", "", f"公示{''.join(body)}") != re.sub(r"\s", "", flow):
        raise AssertionError("lxml reads another text")
    found = [re.sub("<[^>]*>", "", f.value) for f in engine.scan_file(data, _NAME).findings if f.entity == "CN_MOBILE"]
    if found != numbers:
        raise AssertionError(f"{len(found)} numbers found, {len(numbers)} planted")
    if any(finding.entity == "CN_MOBILE" for finding in engine.mask_file(data, _NAME).report.findings):
        raise AssertionError("findings are left in the masked copy")


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
