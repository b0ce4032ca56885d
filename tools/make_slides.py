"""Builds the presentation of ``examples/`` part by part, since the project needs no library for presentations elsewhere.

`make_examples.py` calls `slides`; the markup is the least that ECMA-376 asks of a presentation with notes.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from people import Person

FIXED_TIME = (2026, 11, 21, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NAMES = f'xmlns:a="{_A}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="{_OFFICE}"'
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml"
_COLORS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
_RGB = ("000000", "FFFFFF", "1F497D", "EEECE1", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646", "0000FF", "800080")
_MAP = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" ' + " ".join(f'{name}="{name}"' for name in _COLORS[4:])
_INCH = 914400


def slides(group: list[Person]) -> bytes:
    """A presentation: a table of people, a hidden slide with their accounts, speaker's notes with a mobile, an author."""
    listed = [["姓名", "身份证号", "手机"], *([p.name, p.resident_id, p.mobile] for p in group[:4])]
    draft = [["姓名", "一卡通账号"], *([p.name, p.account] for p in group[:4])]
    notes = f"如有疑问，先打{group[4].name}手机{group[4].mobile}核对名单。"
    return _package(
        {
            "ppt/slides/slide1.xml": _tree("sld", _box(2, 0.4, 28, "青山县2026年高龄补贴发放情况") + _table(3, 1.6, listed)),
            "ppt/slides/slide2.xml": _tree("sld", _box(2, 0.4, 28, "底稿：发放账号") + _table(3, 1.6, draft), 'show="0"'),
            "ppt/notesSlides/notesSlide1.xml": _tree("notes", _box(2, 5, 12, notes, '<p:ph type="body" idx="1"/>')),
        },
        group[1].name,
    )


def _box(number: int, top: float, size: int, text: str, placeholder: str = "") -> str:
    """A text box `top` inches below the upper edge."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="文本框 {number}"/><p:cNvSpPr/><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:spPr>'
        f'{_frame("a", top, 0.8)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>{_paragraph(text, size)}'
        "</p:txBody></p:sp>"
    )


def _table(number: int, top: float, rows: list[list[str]]) -> str:
    width = int(9 * _INCH / len(rows[0]))
    cells = "".join(f'<a:tr h="{_INCH // 2}">{"".join(map(_cell, row))}</a:tr>' for row in rows)
    grid = f'<a:gridCol w="{width}"/>' * len(rows[0])
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="表格 {number}"/><p:cNvGraphicFramePr/><p:nvPr/>'
        "</p:nvGraphicFramePr>"
        f'{_frame("p", top, len(rows) / 2)}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f"<a:tblPr/><a:tblGrid>{grid}</a:tblGrid>{cells}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(text: str) -> str:
    return f"<a:tc><a:txBody><a:bodyPr/>{_paragraph(text, 16)}</a:txBody><a:tcPr/></a:tc>"


def _paragraph(text: str, size: int) -> str:
    return f'<a:p><a:r><a:rPr lang="zh-CN" sz="{100 * size}"/><a:t>{text}</a:t></a:r></a:p>'


def _frame(prefix: str, top: float, height: float) -> str:
    size = f'<a:ext cx="{9 * _INCH}" cy="{int(height * _INCH)}"/>'
    return f'<{prefix}:xfrm><a:off x="{_INCH // 2}" y="{int(top * _INCH)}"/>{size}</{prefix}:xfrm>'


def _tree(root: str, shapes: str, attributes: str = "", tail: str = "") -> str:
    """A slide, layout, master or page of notes; `tail` is what follows its shapes."""
    empty = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    return f"<p:{root} {_NAMES} {attributes}><p:cSld><p:spTree>{empty}{shapes}</p:spTree></p:cSld>{tail}</p:{root}>"


def _theme() -> str:
    colors = "".join(f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in zip(_COLORS, _RGB, strict=True))
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="Arial"/><a:ea typeface="宋体"/><a:cs typeface=""/></a:{kind}Font>' for kind in ("major", "minor")
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    styles = (
        ("fillStyle", fill),
        ("lnStyle", f"<a:ln>{fill}</a:ln>"),
        ("effectStyle", "<a:effectStyle><a:effectLst/></a:effectStyle>"),
        ("bgFillStyle", fill),
    )
    lists = "".join(f"<a:{name}Lst>{3 * style}</a:{name}Lst>" for name, style in styles)
    elements = f'<a:clrScheme name="甲">{colors}</a:clrScheme><a:fontScheme name="甲">{fonts}</a:fontScheme>'
    elements += f'<a:fmtScheme name="甲">{lists}</a:fmtScheme>'
    return f'<a:theme xmlns:a="{_A}" name="甲"><a:themeElements>{elements}</a:themeElements></a:theme>'


def _package(pages: dict[str, str], author: str) -> bytes:
    """The file: `pages` with the master, layout, themes, properties and relationships that they need."""
    layouts = '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>'
    parts = {
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:creator>{author}</dc:creator></cp:coreProperties>",
        "ppt/presentation.xml": f'<p:presentation {_NAMES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
        "</p:sldMasterIdLst>"
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId4"/></p:notesMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId2"/>'
        f'<p:sldId id="257" r:id="rId3"/></p:sldIdLst><p:sldSz cx="{10 * _INCH}" cy="{int(7.5 * _INCH)}"/>'
        f'<p:notesSz cx="{int(7.5 * _INCH)}" cy="{10 * _INCH}"/></p:presentation>',
        "ppt/slideMasters/slideMaster1.xml": _tree("sldMaster", "", tail=f"<p:clrMap {_MAP}/>{layouts}"),
        "ppt/slideLayouts/slideLayout1.xml": _tree("sldLayout", "", 'type="blank"'),
        "ppt/notesMasters/notesMaster1.xml": _tree("notesMaster", "", tail=f"<p:clrMap {_MAP}/>"),
        "ppt/theme/theme1.xml": _theme(),
        "ppt/theme/theme2.xml": _theme(),
        **pages,
    }
    relations = {
        "_rels/.rels": [
            f"{_OFFICE}/officeDocument ppt/presentation.xml",
            f"{_PACKAGE}/relationships/metadata/core-properties docProps/core.xml",
        ],
        "ppt/_rels/presentation.xml.rels": ["slideMaster1", "slide1", "slide2", "notesMaster1"],
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": ["slideLayout1", "theme1"],
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": ["slideMaster1"],
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": ["theme2"],
        "ppt/slides/_rels/slide1.xml.rels": ["slideLayout1", "notesSlide1"],
        "ppt/slides/_rels/slide2.xml.rels": ["slideLayout1"],
        "ppt/notesSlides/_rels/notesSlide1.xml.rels": ["notesMaster1", "slide1"],
    }
    members = {"[Content_Types].xml": _types(parts), **{name: _relations(targets) for name, targets in relations.items()}, **parts}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), _HEAD + content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _relations(targets: list[str]) -> str:
    """Relationships rId1, rId2 …: the name of a part (`slide1`), or its type and path."""
    rows = []
    for number, target in enumerate(targets, 1):
        kind, _, path = target.partition(" ")
        if not path:
            folder = kind[:-1] if kind.startswith("theme") else f"{kind[:-1]}s"
            kind, path = f"{_OFFICE}/{kind[:-1]}", f"/ppt/{folder}/{kind}.xml"
        rows.append(f'<Relationship Id="rId{number}" Type="{kind}" Target="{path}"/>')
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def _types(parts: dict[str, str]) -> str:
    """The content type of each part, by its name."""
    kinds = {"core": "application/vnd.openxmlformats-package.core-properties+xml", "presentation": f"{_MAIN}.presentation.main+xml"}
    kinds["theme"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    rows = []
    for part in parts:
        name = part.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
        rows.append(f'<Override PartName="/{part}" ContentType="{kinds.get(name, f"{_MAIN}.{name}+xml")}"/>')
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    defaults += '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{"".join(rows)}</Types>'
