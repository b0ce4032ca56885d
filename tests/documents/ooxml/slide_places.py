# ruff: noqa: E501 - markup is easier to read in one line
"""A presentation with a mobile number of its own in each place where text hides (../shared/DOCUMENTS.md, section 2)."""

from __future__ import annotations

from packages import DECLARATION, OFFICE, RELS, package, rels, types
from sheet_places import filled
from word_places import Numbers, Planted

P = f'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{OFFICE}"'
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml."
_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'


def text(*runs: str) -> str:
    """A paragraph."""
    return "<a:p>" + "".join(run if run.startswith("<") else f"<a:r><a:t>{run}</a:t></a:r>" for run in runs) + "</a:p>"


def shape(number: int, content: str, name: str = "框") -> str:
    """A text box."""
    frame = f'<a:xfrm><a:off x="0" y="{number * 400000}"/><a:ext cx="5000000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return f'<p:sp><p:nvSpPr><p:cNvPr id="{number + 2}" name="{name}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{frame}</p:spPr><p:txBody><a:bodyPr/>{content}</p:txBody></p:sp>'


def slide(shapes: str, root: str = "sld", attributes: str = "") -> str:
    """A slide, layout, master or notes page."""
    return f"{DECLARATION}<p:{root} {P} {attributes}><p:cSld><p:spTree>{_TREE}{shapes}</p:spTree></p:cSld></p:{root}>"


TABLE = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="90" name="表" descr="@alt text@"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
    '<p:xfrm><a:off x="0" y="5000000"/><a:ext cx="4000000" cy="400000"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
    '<a:tbl><a:tblPr/><a:tblGrid><a:gridCol w="2000000"/><a:gridCol w="2000000"/></a:tblGrid>'
    f'<a:tr h="200000"><a:tc gridSpan="2"><a:txBody><a:bodyPr/>{text("联系电话")}</a:txBody></a:tc><a:tc hMerge="1"><a:txBody><a:bodyPr/><a:p/></a:txBody></a:tc></a:tr>'
    f'<a:tr h="200000"><a:tc><a:txBody><a:bodyPr/>{text("甲")}</a:txBody></a:tc><a:tc><a:txBody><a:bodyPr/>{text("@table cell@")}</a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
)
FIRST = slide(
    shape(0, text("电话@text box@"), "电话@name of a shape@")
    + shape(1, text("电话@split runs|3@", "@split runs|-3@"))
    + shape(2, text("电话@line break inside|5@", "<a:br/>", "@line break inside|-5@"))
    + shape(3, text('<a:r><a:rPr sz="100"/><a:t>@one-point text@</a:t></a:r>'))
    + shape(4, text('<a:r><a:rPr><a:hlinkClick r:id="rId1" tooltip="电话@tooltip of a link@"/></a:rPr><a:t>链</a:t></a:r>'))
    + TABLE
)
PARTS = {
    "ppt/slides/slide1.xml": FIRST,
    "ppt/slides/slide2.xml": slide(shape(0, text("电话@hidden slide@")), attributes='show="0"'),
    "ppt/slides/slide3.xml": slide(shape(0, text("第三页"))),
    "ppt/slideLayouts/slideLayout1.xml": slide(shape(0, text("电话@layout@")), "sldLayout"),
    "ppt/slideMasters/slideMaster1.xml": slide(shape(0, text("电话@master@")), "sldMaster").replace(
        "</p:sldMaster>",
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>',
    ),
    "ppt/notesSlides/notesSlide1.xml": slide(shape(0, text("电话@notes@")), "notes"),
    "ppt/comments/comment1.xml": f"<p:cmLst {P}><p:cm authorId='0' idx='1'><p:text>电话@comment@</p:text></p:cm></p:cmLst>",
    "ppt/commentAuthors.xml": f"<p:cmAuthorLst {P}><p:cmAuthor id='0' name='人@comment author@'/></p:cmAuthorLst>",
    "ppt/tags/tag1.xml": f"<p:tagLst {P}><p:tag name='电话' val='@tag@'/></p:tagLst>",
    "ppt/charts/chart1.xml": "<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'><c:pt><c:v>@chart cache@</c:v></c:pt></c:chartSpace>",
    "ppt/diagrams/data1.xml": f"<dgm:dataModel xmlns:dgm='http://schemas.openxmlformats.org/drawingml/2006/diagram' {P}><dgm:t>{text('@SmartArt@')}</dgm:t></dgm:dataModel>",
    "docProps/core.xml": "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>@title property@</dc:title><dc:creator>人@author property@</dc:creator></cp:coreProperties>",
}


def plant() -> Planted:
    """The presentation with all places."""
    n = Numbers(18712340000)
    parts = {name: filled(n, content) for name, content in PARTS.items()}
    kinds = {
        "slides": "slide",
        "slideLayouts": "slideLayout",
        "slideMasters": "slideMaster",
        "notesSlides": "notesSlide",
        "comments": "comments",
    }
    listed = {name: f"{_MAIN}{kinds[name.split('/')[1]]}+xml" for name in parts if name.split("/")[1] in kinds}
    numbers = "".join(f'<p:sldId id="{255 + number}" r:id="rId{number + 1}"/>' for number in (1, 2, 3))
    section = '<p:extLst><p:ext uri="x"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section><p14:sldIdLst><p14:sldId id="257"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
    book = f'{DECLARATION}<p:presentation {P}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>{numbers}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>{section}</p:presentation>'
    layout = ("slideLayout", "../slideLayouts/slideLayout1.xml")
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": types({"ppt/presentation.xml": f"{_MAIN}presentation.main+xml", **listed}),
        "_rels/.rels": rels(
            (f"{OFFICE}/officeDocument", "ppt/presentation.xml"), (f"{RELS}/metadata/core-properties", "docProps/core.xml")
        ),
        "ppt/presentation.xml": book,
        "ppt/_rels/presentation.xml.rels": rels(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            *(("slide", f"slides/slide{number}.xml") for number in (1, 2, 3)),
            ("commentAuthors", "commentAuthors.xml"),
        ),
        "ppt/slides/_rels/slide1.xml.rels": rels(
            ("hyperlink", f"tel:{n('link target')}"),
            layout,
            ("notesSlide", "../notesSlides/notesSlide1.xml"),
            ("comments", "../comments/comment1.xml"),
            ("tags", "../tags/tag1.xml"),
        ),
        **{f"ppt/slides/_rels/slide{number}.xml.rels": rels(layout) for number in (2, 3)},
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": rels(("slideLayout", "../slideLayouts/slideLayout1.xml")),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": rels(("slideMaster", "../slideMasters/slideMaster1.xml")),
        **parts,
    }
    return Planted(package(content), n.by_place)
