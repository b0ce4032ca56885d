# ruff: noqa: E501 - markup is easier to read in one line
"""A workbook with a mobile number of its own in each place where text hides (../shared/DOCUMENTS.md, section 2)."""

from __future__ import annotations

import re

from packages import DECLARATION, OFFICE, RELS, package, rels, types
from word_places import Numbers, Planted

S = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{OFFICE}"'
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def shared(index: int, ref: str, style: str = "") -> str:
    return f'<c r="{ref}" t="s"{style}><v>{index}</v></c>'


def inline(ref: str, text: str) -> str:
    return f'<c r="{ref}" t="inlineStr"><is>{text}</is></c>'


def sheet(rows: str, before: str = "", after: str = "") -> str:
    return f"{DECLARATION}<worksheet {S}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def workbook(
    sheets: dict[str, tuple[str, str, str]],
    strings: str = "",
    parts: dict[str, str | bytes] | None = None,
    book: str = "",
    links: tuple[tuple[str, str], ...] = (),
) -> bytes:
    """``sheets`` by title: (state, content, relationships); ``strings`` the shared items; ``book`` more of the workbook part."""
    more = parts or {}
    listed = "".join(
        f'<sheet name="{title}" sheetId="{number}" state="{state or "visible"}" r:id="rId{number}"/>'
        for number, (title, (state, _, _)) in enumerate(sheets.items(), 1)
    )
    kinds = {f"xl/worksheets/sheet{number}.xml": f"{_MAIN}worksheet+xml" for number in range(1, len(sheets) + 1)}
    kinds |= {"xl/workbook.xml": f"{_MAIN}sheet.main+xml", "xl/sharedStrings.xml": f"{_MAIN}sharedStrings+xml"}
    kinds |= {"xl/styles.xml": f"{_MAIN}styles+xml"} if "xl/styles.xml" in more else {}
    kinds |= {"xl/calcChain.xml": f"{_MAIN}calcChain+xml"} if "xl/calcChain.xml" in more else {}
    kinds |= {"xl/comments1.xml": f"{_MAIN}comments+xml"} if "xl/comments1.xml" in more else {}
    targets = [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)]
    targets += [("sharedStrings", "sharedStrings.xml")] + [
        (name, f"{name}.xml") for name in ("styles", "calcChain") if f"xl/{name}.xml" in more
    ]
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": types(kinds),
        "_rels/.rels": rels(
            (f"{OFFICE}/officeDocument", "xl/workbook.xml"),
            *[(f"{RELS}/metadata/core-properties", name) for name in more if name == "docProps/core.xml"],
        ),
        "xl/workbook.xml": f"{DECLARATION}<workbook {S}><sheets>{listed}</sheets>{book}</workbook>",
        "xl/_rels/workbook.xml.rels": rels(*targets, *links),
        "xl/sharedStrings.xml": f"{DECLARATION}<sst {S}>{strings}</sst>",
    }
    for number, (_, xml, own) in enumerate(sheets.values(), 1):
        content[f"xl/worksheets/sheet{number}.xml"] = xml
        if own:
            content[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = own
    return package({**content, **more})


STYLES = (
    f'<styleSheet {S}><numFmts count="1"><numFmt numFmtId="164" formatCode=";;;"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><color theme="1"/></font><font><sz val="11"/><color rgb="FFFFFFFF"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="164" fontId="0" fillId="0"/><xf numFmtId="0" fontId="1" fillId="0"/>'
    '<xf numFmtId="14" fontId="0" fillId="0"/></cellXfs></styleSheet>'
)


def filled(n: Numbers, text: str) -> str:
    """``text`` with a new number in the place of each ``@name of a place@``; ``@name|5@`` and ``@name|-5@`` are its first five and the rest."""
    dealt: dict[str, str] = {}

    def number(match: re.Match[str]) -> str:
        place, _, cut = match[1].partition("|")
        if place not in dealt:
            dealt[place] = n(place)
        length = int(cut or 11)
        return dealt[place][:length] if length > 0 else dealt[place][-length:]

    return re.sub("@([^@]+)@", number, text)


STRINGS = (
    "<si><t>电话</t></si>"
    "<si><t>@shared string@</t></si>"
    "<si><r><t>@rich runs|4@</t></r><r><rPr><b/></rPr><t>@rich runs|-4@</t></r></si>"
    "<si><t>甲</t><rPh sb='0' eb='1'><t>@phonetic text@</t></rPh></si>"
    "<si><t>@unused shared string@</t></si>"
    "<si><t>@hidden sheet@</t></si>"
    "<si><t>@very hidden sheet@</t></si>"
)
ROWS = (
    f'<row r="1">{shared(0, "A1")}{shared(0, "B1")}</row>'
    f'<row r="2">{shared(1, "A2")}{shared(2, "B2")}{shared(3, "C2")}</row>'
    f'<row r="3">{inline("A3", "<t>电话@inline string@</t>")}<c r="B3"><v>@number@</v></c><c r="C3"><v>@number with a decimal point@.0</v></c></row>'
    '<row r="4"><c r="A4"><v>@number in scientific notation|1@.@number in scientific notation|-1@E10</v></c>'
    '<c r="B4" t="str"><f>"1"&amp;"2"</f><v>@cached text of a formula@</v></c>'
    '<c r="C4"><f>A1+@literal in a formula@</f><v>5</v></c><c r="D4"><f>B3</f><v>@cached number of a formula@</v></c></row>'
    f'<row r="5" hidden="1">{inline("A5", "<t>电话@hidden row@</t>")}</row>'
    f'<row r="6">{inline("A6", "<t>甲</t>")}<c r="B6" s="1" t="inlineStr"><is><t>@format of three semicolons@</t></is></c>'
    f'<c r="C6" s="2" t="inlineStr"><is><t>@white text@</t></is></c>{inline("Z6", "<t>电话@hidden column@</t>")}</row>'
    f'<row r="7">{inline("A7", "<t>电话 @line break in a cell|5@&#10;@line break in a cell|-5@</t>")}'
    f"{inline('B7', '<r><t>@inline rich runs|3@</t></r><r><t>@inline rich runs|-3@</t></r>')}</row>"
    f'<row r="10">{inline("A10", "<t>联系电话</t>")}</row>'
    '<row r="11"><c r="A11"><v>@two cells under one header|6@</v></c><c r="B11"><v>@two cells under one header|-6@</v></c></row>'
    "<!-- @comment between rows@ -->"
    '<row r="12"/>'
)
BEFORE = '<cols><col min="26" max="26" width="9" hidden="1"/></cols>'
AFTER = (
    '<mergeCells count="1"><mergeCell ref="A10:B10"/></mergeCells>'
    '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1="@conditional format@"</formula></cfRule></conditionalFormatting>'
    '<dataValidations count="1"><dataValidation type="list" sqref="A1" prompt="电话@prompt of a validation@"><formula1>"@list of a validation@,无"</formula1></dataValidation></dataValidations>'
    '<hyperlinks><hyperlink ref="A1" r:id="rId1" tooltip="电话@tooltip of a link@" display="@display of a link@"/></hyperlinks>'
    "<headerFooter><oddHeader>&amp;C电话@page header@</oddHeader><evenFooter>电话@even page footer@</evenFooter></headerFooter>"
    '<legacyDrawing r:id="rId2"/>'
)
_CHAT = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
PARTS = {
    "xl/styles.xml": STYLES,
    "xl/calcChain.xml": f'<calcChain {S}><c r="B4" i="1"/></calcChain>',
    "xl/comments1.xml": f"<comments {S}><authors><author>人@author of a note@</author></authors><commentList><comment ref='A1' authorId='0'><text><r><t>电话@note@</t></r></text></comment></commentList></comments>",
    "xl/threadedComments/t1.xml": f"<ThreadedComments xmlns='{_CHAT}'><threadedComment ref='A1'><text>电话@threaded comment@</text></threadedComment></ThreadedComments>",
    "xl/persons/person.xml": f"<personList xmlns='{_CHAT}'><person displayName='@person@'/></personList>",
    "xl/drawings/vml1.vml": "<xml xmlns:v='urn:schemas-microsoft-com:vml' xmlns:x='urn:schemas-microsoft-com:office:excel'><v:shape alt='@shape of a note@'><x:ClientData ObjectType=\"Note\"/></v:shape></xml>",
    "xl/drawings/drawing1.xml": "<xdr:wsDr xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><xdr:sp><a:p><a:r><a:t>电话@shape text@</a:t></a:r></a:p></xdr:sp></xdr:wsDr>",
    "xl/charts/chart1.xml": "<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'><c:pt><c:v>@chart cache@</c:v></c:pt></c:chartSpace>",
    "xl/pivotCache/pivotCacheRecords1.xml": f"<pivotCacheRecords {S}><r><s v='电话@pivot text@'/><n v='@pivot number@'/></r></pivotCacheRecords>",
    "xl/externalLinks/externalLink1.xml": f"<externalLink {S}><externalBook><sheetDataSet><sheetData sheetId='0'><row r='1'><cell r='A1'><v>@cache of another file@</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>",
    "xl/externalLinks/_rels/externalLink1.xml.rels": rels(("externalLinkPath", "file:///C:/电话@path of another file@/a.xlsx")),
    "xl/connections.xml": f"<connections {S}><connection id='1' name='c' description='电话@connection@'/></connections>",
    "xl/tables/table1.xml": f"<table {S} id='1' name='t' displayName='t' ref='A1:A2'><tableColumns count='1'><tableColumn id='1' name='电话@table column@'/></tableColumns></table>",
    "docProps/core.xml": "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>人@author property@</dc:creator></cp:coreProperties>",
}
_THREADED = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"


def plant() -> Planted:
    """The workbook with all places."""
    n = Numbers(15812340000)
    digits = "".join(inline(f"{chr(66 + place)}8", f"<t>{digit}</t>") for place, digit in enumerate(n("one digit a cell")))
    titled = n("sheet name")
    rows = filled(n, ROWS.replace('<row r="10">', f'<row r="8">{inline("A8", "<t>电话</t>")}{digits}</row><row r="10">'))
    own = rels(
        ("hyperlink", f"tel:{n('link target')}"),
        ("vmlDrawing", "../drawings/vml1.vml"),
        ("comments", "../comments1.xml"),
        (_THREADED, "../threadedComments/t1.xml"),
    )
    book = f"<definedNames><definedName name='电话'>'{titled}'!$A$1</definedName><definedName name='常量'>\"{n('defined name')}\"</definedName></definedNames>"
    sheets = {
        titled: ("", sheet(rows, BEFORE, filled(n, AFTER)), own),
        "藏": ("hidden", sheet(f'<row r="1">{shared(5, "A1")}</row>'), ""),
        "深藏": ("veryHidden", sheet(f'<row r="1">{shared(6, "A1")}</row>'), ""),
    }
    parts: dict[str, str | bytes] = {name: filled(n, text) for name, text in PARTS.items()}
    return Planted(workbook(sheets, filled(n, STRINGS), parts, book), n.by_place)
