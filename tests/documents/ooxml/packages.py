"""Packages for tests, written part by part, so that every hiding place holds exactly what a test plants there."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape, unescape

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument."
W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
STRICT = W.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def types(overrides: dict[str, str]) -> str:
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpeg": "image/jpeg",
        "bin": "application/vnd.ms-office.vbaProject",
        "xlsx": f"{_MAIN}spreadsheetml.sheet",
        "docx": f"{_MAIN}wordprocessingml.document",
        "sigs": "application/vnd.openxmlformats-package.digital-signature-origin",
        "vml": "application/vnd.openxmlformats-officedocument.vmlDrawing",
        "htm": "text/html",
    }
    fixed = "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults.items())
    return f'{DECLARATION}<Types xmlns="{TYPES}">{fixed}{rows}</Types>'


def rels(*targets: tuple[str, str]) -> str:
    """Relationships rId1 … of (last word of the type, target); targets with a scheme are external."""
    rows = ""
    for number, (kind, target) in enumerate(targets, 1):
        mode = ' TargetMode="External"' if re.match(r"[a-z]+:", target) else ""
        kind = kind if kind.startswith("http") else f"{OFFICE}/{kind}"
        rows += f'<Relationship Id="rId{number}" Type="{kind}" Target="{escape(target)}"{mode}/>'
    return f'{DECLARATION}<Relationships xmlns="{RELS}">{rows}</Relationships>'


def package(parts: dict[str, str | bytes], comment: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.comment = comment
    return stream.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def everything_in(data: bytes) -> dict[str, str]:
    """All that unzipping, stripping tags and looking into members brings to light, as one text each; digits joined over white space."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {"[names]": "\n".join(archive.namelist()), "[comment]": archive.comment.decode("utf-8", "replace")}
    for name, content in parts_of(data).items():
        if content.startswith(b"PK\x03\x04"):
            found.update({f"{name}/{inner}": text for inner, text in everything_in(content).items()})
            continue
        raw = content.decode("utf-8", "replace")
        stripped = unescape(re.sub("<[^>]*>", "", raw))
        found[name] = f"{raw}\n{stripped}\n" + re.sub(r"[\s\u00ad\u200b-]+", "", stripped)
    return found


def run(text: str, properties: str = "", tag: str = "t") -> str:
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{looks}<w:{tag} xml:space='preserve'>{escape(text)}</w:{tag}></w:r>"


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def word(body: str, parts: dict[str, str | bytes] | None = None, links: tuple[tuple[str, str], ...] = (), namespaces: str = W) -> bytes:
    """A Word file that Word and LibreOffice open: ``links`` are the relationships of its text."""
    more = parts or {}
    kinds = {name: kind for name in more if (kind := _word_kind(name))}
    root = [(f"{OFFICE}/officeDocument", "word/document.xml")]
    root += [(f"{OFFICE}/extended-properties", "docProps/app.xml")] if "docProps/app.xml" in more else []
    root += [(f"{OFFICE}/custom-properties", "docProps/custom.xml")] if "docProps/custom.xml" in more else []
    root += [(f"{RELS}/metadata/core-properties", "docProps/core.xml")] if "docProps/core.xml" in more else []
    root += [(f"{RELS}/metadata/thumbnail", "docProps/thumbnail.jpeg")] if "docProps/thumbnail.jpeg" in more else []
    root += [(f"{RELS}/digital-signature/origin", "_xmlsignatures/origin.sigs")] if "_xmlsignatures/origin.sigs" in more else []
    return package(
        {
            "[Content_Types].xml": types({"word/document.xml": f"{_MAIN}wordprocessingml.document.main+xml", **kinds}),
            "_rels/.rels": rels(*root),
            "word/document.xml": f"{DECLARATION}<w:document {namespaces}><w:body>{body}</w:body></w:document>",
            **({"word/_rels/document.xml.rels": rels(*links)} if links else {}),
            **more,
        }
    )


def _word_kind(name: str) -> str:
    base = name.rsplit("/", 1)[-1].rstrip("0123456789.xml")
    kinds = {"header": "header", "footer": "footer", "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments"}
    kinds |= {"settings": "settings", "styles": "styles", "numbering": "numbering"}
    if name.startswith("word/glossary/document"):
        return f"{_MAIN}wordprocessingml.document.glossary+xml"
    if name.startswith("word/") and base in kinds:
        return f"{_MAIN}wordprocessingml.{kinds[base]}+xml"
    if name == "docProps/core.xml":
        return "application/vnd.openxmlformats-package.core-properties+xml"
    if name == "docProps/app.xml":
        return f"{_MAIN}extended-properties+xml"
    if name == "docProps/custom.xml":
        return f"{_MAIN}custom-properties+xml"
    if name.startswith("word/charts/"):
        return f"{_MAIN}drawingml.chart+xml"
    if name.startswith("word/diagrams/"):
        return f"{_MAIN}drawingml.diagramData+xml"
    return ""
