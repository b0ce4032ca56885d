# ruff: noqa: E501 - markup is easier to read in one line
"""A Word file with a mobile number of its own in each place where text hides (../shared/DOCUMENTS.md, section 2)."""

from __future__ import annotations

from typing import NamedTuple

from packages import OFFICE, W, package, paragraph, parts_of, rels, run, types, word

DELETED = "<w:del w:id='{0}' w:author='修改人'>{1}</w:del>"
INSERTED = "<w:ins w:id='{0}' w:author='修改人'>{1}</w:ins>"


class Planted(NamedTuple):
    """The file, and the number in each place by the name of the place."""

    data: bytes
    numbers: dict[str, str]


class Numbers:
    """Deals mobile numbers out, each once."""

    def __init__(self, first: int = 13912340000) -> None:
        self.first = first
        self.by_place: dict[str, str] = {}

    def __call__(self, place: str) -> str:
        assert place not in self.by_place
        self.by_place[place] = str(self.first + 137 * (len(self.by_place) + 1))
        return self.by_place[place]


def split(number: str, between: str = "") -> str:
    return f"{run('电话' + number[:3])}{between}{run(number[3:7], '<w:b/>')}{run(number[7:])}"


def inside(number: str, element: str) -> str:
    return f"<w:r><w:t>电话{number[:5]}</w:t><w:{element}/><w:t>{number[5:]}</w:t></w:r>"


def cells(*rows: tuple[str, ...]) -> str:
    def row(texts: tuple[str, ...]) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{text if text.startswith('<') else paragraph(run(text))}</w:tc>" for text in texts) + "</w:tr>"

    width = max(len(texts) for texts in rows)
    grid = "<w:tblGrid>" + "<w:gridCol w:w='800'/>" * width + "</w:tblGrid>"
    return f"<w:tbl><w:tblPr><w:tblW w:w='0' w:type='auto'/></w:tblPr>{grid}{''.join(row(texts) for texts in rows)}</w:tbl>"


def text_places(n: Numbers) -> str:
    """Paragraphs, runs, tables."""
    nested = cells(("电话", n("nested table")))
    merged = n("two cells under one header")
    return "".join(
        [
            paragraph(run(f"电话{n('paragraph')}")),
            paragraph(split(n("runs split by formatting"))),
            paragraph(split(n("runs split by rsid"), "<w:proofErr w:type='spellStart'/>").replace("<w:r>", "<w:r w:rsidR='00A1B2C3'>")),
            paragraph(split(n("runs split by a bookmark"), "<w:bookmarkStart w:id='7' w:name='分'/><w:bookmarkEnd w:id='7'/>")),
            paragraph(inside(n("soft hyphen inside"), "softHyphen")),
            paragraph(inside(n("non-breaking hyphen inside"), "noBreakHyphen")),
            paragraph(inside(n("tab inside"), "tab")),
            paragraph(inside(n("line break inside"), "br")),
            paragraph(inside(n("rendered page break inside"), "lastRenderedPageBreak")),
            cells(("姓名", "电话"), ("甲", n("table cell"))),
            cells(("说明", f"{nested}<w:p/>")),
            cells(("电话", *n("one digit a cell"))),
            f"<w:tbl><w:tblGrid><w:gridCol w:w='800'/><w:gridCol w:w='800'/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
            f"{paragraph(run('联系电话'))}</w:tc></w:tr><w:tr><w:tc>{paragraph(run(merged[:6]))}</w:tc><w:tc>{paragraph(run(merged[6:]))}</w:tc></w:tr></w:tbl>",
            cells(("电话", paragraph(run((two := n("two paragraphs of a cell"))[:7])) + paragraph(run(two[7:])))),
        ]
    )


def changed_places(n: Numbers) -> str:
    """Tracked changes, hidden and covered text."""
    moved = n("moved from")
    return "".join(
        [
            paragraph(run("电话"), DELETED.format(1, run(n("deleted text"), tag="delText"))),
            paragraph(run("电话"), INSERTED.format(2, run(n("inserted text")))),
            paragraph("<w:moveFromRangeStart w:id='3' w:name='移'/>", f"<w:moveFrom w:id='4' w:author='修改人'>{run(moved)}</w:moveFrom>"),
            paragraph(DELETED.format(5, run(f"HYPERLINK tel:{n('deleted field instruction')}", tag="delInstrText"))),
            paragraph(run("看不见" + n("hidden text"), "<w:vanish/>")),
            paragraph(run("电话" + n("hidden by a style"), "<w:rStyle w:val='藏'/>")),
            paragraph(run(n("white text"), "<w:color w:val='FFFFFF'/>")),
            paragraph(run(n("one-point text"), "<w:sz w:val='2'/>")),
            paragraph(run(n("black on black"), "<w:color w:val='000000'/><w:shd w:val='clear' w:fill='000000'/>")),
            paragraph(run(n("black highlight"), "<w:highlight w:val='black'/>")),
        ]
    )


def drawn_places(n: Numbers) -> str:
    """Boxes, pictures, fields, controls."""
    box = f"<w:txbxContent>{paragraph(run('电话' + n('text box')))}</w:txbxContent>"
    copy = f"<w:txbxContent>{paragraph(run('电话' + n('VML copy of a text box')))}</w:txbxContent>"
    shape = (
        "<w:drawing><wp:inline><wp:extent cx='1000000' cy='500000'/>"
        f"<wp:docPr id='1' name='图{n('name of a drawing')}' descr='电话{n('alt text')}' title='{n('title of a drawing')}'/>"
        "<a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:cNvSpPr txBox='1'/>"
        f"<wps:spPr><a:prstGeom prst='rect'/></wps:spPr><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    vml = (
        f"<w:pict><v:shape style='width:100pt;height:40pt' alt='{n('VML alt text')}'><v:textbox>{copy}</v:textbox>"
        f"<v:textpath string='{n('VML text path')}'/></v:shape></w:pict>"
    )
    alternate = f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{shape}</mc:Choice><mc:Fallback>{vml}</mc:Fallback></mc:AlternateContent></w:r>"
    control = (
        f"<w:sdt><w:sdtPr><w:alias w:val='电话{n('alias of a control')}'/><w:tag w:val='电话_{n('tag of a control')}'/>"
        f"<w:dataBinding w:xpath='/d/a[1]' w:storeItemID='{{00000000-0000-0000-0000-000000000001}}'/>"
        f"<w:dropDownList><w:listItem w:displayText='{n('list item of a control')}' w:value='电话_{n('list value of a control')}'/></w:dropDownList></w:sdtPr>"
        f"<w:sdtContent>{paragraph(run('电话' + n('content control')))}</w:sdtContent></w:sdt>"
    )
    field = n("field instruction in pieces")
    complex_field = "".join(
        [
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
            run(f" HYPERLINK tel:{field[:4]}", tag="instrText"),
            run(field[4:], tag="instrText"),
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
            run("链接"),
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        ]
    )
    base, above = n("ruby base"), n("ruby text")
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run(above)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase></w:ruby></w:r>"
    return "".join(
        [
            paragraph(run("图"), alternate),
            control,
            paragraph(complex_field),
            paragraph(f"<w:fldSimple w:instr=' QUOTE {n('simple field')} '>{run('域')}</w:fldSimple>"),
            paragraph(f"<w:hyperlink r:id='rId1' w:tooltip='拨{n('tooltip of a link')}'>{run('链')}</w:hyperlink>"),
            paragraph(f"<w:hyperlink w:anchor='电话{n('anchor of a link')}'>{run('链')}</w:hyperlink>"),
            paragraph(f"<w:bookmarkStart w:id='8' w:name='电话{n('bookmark name')}'/><w:bookmarkEnd w:id='8'/>"),
            paragraph(ruby),
            paragraph(f"<m:oMath><m:r><m:t>{n('formula')}</m:t></m:r></m:oMath>"),
            paragraph(
                f"<w:smartTag w:uri='urn:x' w:element='电话'><w:smartTagPr><w:attr w:name='n' w:val='{n('smart tag')}'/></w:smartTagPr></w:smartTag>"
            ),
            paragraph(
                run("见注"),
                "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:endnoteReference w:id='2'/></w:r>",
                "<w:commentRangeStart w:id='1'/>",
                run("批注处"),
                "<w:commentRangeEnd w:id='1'/><w:r><w:commentReference w:id='1'/></w:r>",
            ),
            f"<!-- {n('XML comment')} --><?note {n('processing instruction')}?>",
            "<w:sectPr><w:headerReference w:type='default' r:id='rId2'/><w:headerReference w:type='first' r:id='rId3'/>"
            "<w:footerReference w:type='even' r:id='rId4'/><w:pgSz w:w='11906' w:h='16838'/></w:sectPr>",
        ]
    )


def other_parts(n: Numbers, inner_sheet: bytes) -> dict[str, str | bytes]:
    """Everything outside the main text."""
    note = "<w:{0} {1}><w:{2} w:id='2'>{3}</w:{2}></w:{0}>"
    inner = word(paragraph(run("电话" + n("embedded document"))))
    return {
        "word/header1.xml": f"<w:hdr {W}>{paragraph(run('电话' + n('header')))}</w:hdr>",
        "word/header2.xml": f"<w:hdr {W}>{paragraph(run('电话' + n('first header')))}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {W}>{paragraph(run('电话' + n('even footer')))}</w:ftr>",
        "word/footnotes.xml": note.format("footnotes", W, "footnote", paragraph(run("电话" + n("footnote")))),
        "word/endnotes.xml": note.format("endnotes", W, "endnote", paragraph(run("电话" + n("endnote")))),
        "word/comments.xml": f"<w:comments {W}><w:comment w:id='1' w:author='人{n('comment author')}' w:initials='甲'>"
        f"{paragraph(run('电话' + n('comment')))}</w:comment></w:comments>",
        "word/people.xml": f"<w15:people xmlns:w15='http://schemas.microsoft.com/office/word/2012/wordml'><w15:person w15:author='{n('people part')}'/></w15:people>",
        "word/styles.xml": f"<w:styles {W}><w:style w:type='character' w:styleId='藏'><w:name w:val='藏{n('style name')}'/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>",
        "word/numbering.xml": f"<w:numbering {W}><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:lvlText w:val='电话{n('numbering text')}'/></w:lvl>"
        "</w:abstractNum></w:numbering>",
        "word/settings.xml": f"<w:settings {W}><w:attachedTemplate r:id='rId1'/><w:mailMerge><w:mainDocumentType w:val='formLetters'/><w:connectString w:val='db {n('mail merge')}'/></w:mailMerge>"
        f"<w:docVars><w:docVar w:name='v' w:val='{n('document variable')}'/></w:docVars></w:settings>",
        "word/_rels/settings.xml.rels": rels(("attachedTemplate", f"file:///C:/模板{n('attached template')}.dotx")),
        "word/glossary/document.xml": f"<w:glossaryDocument {W}><w:docParts><w:docPart><w:docPartBody>{paragraph(run('电话' + n('glossary')))}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>",
        "word/charts/chart1.xml": "<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'>"
        f"<c:strCache><c:pt idx='0'><c:v>{n('chart text cache')}</c:v></c:pt></c:strCache><c:numCache><c:pt><c:v>{n('chart number cache')}</c:v></c:pt></c:numCache></c:chartSpace>",
        "word/diagrams/data1.xml": "<dgm:dataModel xmlns:dgm='http://schemas.openxmlformats.org/drawingml/2006/diagram' "
        f"xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><dgm:t><a:p><a:r><a:t>{n('SmartArt')}</a:t></a:r></a:p></dgm:t></dgm:dataModel>",
        "word/afchunk1.htm": f"<html><body><p>电话{n('imported chunk')}</p></body></html>",
        "word/embeddings/inner.docx": inner,
        "word/embeddings/sheet1.xlsx": inner_sheet,
        f"word/media/图{n('part name')}.png": b"\x89PNG\r\n\x1a\n",
        "docProps/core.xml": "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
        f"xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>题{n('title property')}</dc:title><dc:creator>人{n('author property')}</dc:creator>"
        f"<cp:lastModifiedBy>{n('last modified by')}</cp:lastModifiedBy></cp:coreProperties>",
        "docProps/app.xml": "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>"
        f"<Template>t{n('template')}.dotx</Template><Manager>{n('manager')}</Manager><Company>某局{n('company')}</Company>"
        f"<HyperlinkBase>http://x.example/{n('hyperlink base')}</HyperlinkBase></Properties>",
        "docProps/custom.xml": "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties' "
        "xmlns:vt='http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'>"
        f"<property fmtid='{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}' pid='2' name='电话'><vt:lpwstr>{n('custom property')}</vt:lpwstr></property></Properties>",
        "docProps/thumbnail.jpeg": b"\xff\xd8\xff\xe0",
        "customXml/item1.xml": f"<d><a>{n('custom XML')}</a><b c='{n('custom XML attribute')}'/></d>",
        "_xmlsignatures/origin.sigs": b"",
        "_xmlsignatures/sig1.xml": f"<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'><SignatureComments>{n('signature comment')}</SignatureComments></Signature>",
        "_xmlsignatures/_rels/origin.sigs.rels": rels(
            ("http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature", "sig1.xml")
        ),
    }


def plant(inner_sheet: bytes = b"") -> Planted:
    """The file with all places; ``inner_sheet`` is an embedded workbook."""
    n = Numbers()
    body = text_places(n) + changed_places(n) + drawn_places(n)
    parts = other_parts(n, inner_sheet)
    if not inner_sheet:
        del parts["word/embeddings/sheet1.xlsx"]
    picture = next(name for name in parts if name.startswith("word/media/"))
    links = (
        ("hyperlink", f"tel:{n('link target')}"),
        *(("header", f"header{number}.xml") for number in (1, 2)),
        ("footer", "footer1.xml"),
        *((name, f"{name}.xml") for name in ("footnotes", "endnotes", "comments", "styles", "numbering", "settings")),
        ("http://schemas.microsoft.com/office/2011/relationships/people", "people.xml"),
        ("image", picture.removeprefix("word/")),
        ("aFChunk", "afchunk1.htm"),
        ("package", "embeddings/inner.docx"),
        ("chart", "charts/chart1.xml"),
        ("diagramData", "diagrams/data1.xml"),
        ("glossaryDocument", "glossary/document.xml"),
        ("customXml", "../customXml/item1.xml"),
        *((("package", "embeddings/sheet1.xlsx"),) if inner_sheet else ()),
    )
    data = parts_of(word(body, parts, links))
    return Planted(package(data, comment=f"归档{n('archive comment')}".encode()), n.by_place)


__all__ = ["OFFICE", "Numbers", "Planted", "plant", "types"]
