"""The rest of a masked copy: one revision that holds what an allow-list names, with the same bytes for the same input."""

from __future__ import annotations

import io

import pikepdf

from govredact.documents.pdf import pictures
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from govredact.documents.pdf.source import Source

_TRAILER = frozenset(("/Root", "/Info", "/Size", "/ID"))
_CATALOG = frozenset((
    "/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/Names", "/Dests", "/ViewerPreferences", "/PageLayout", "/PageMode",
    "/Outlines", "/OpenAction", "/AcroForm", "/StructTreeRoot", "/MarkInfo", "/Lang", "/OutputIntents", "/OCProperties", "/AF",
    "/Collection",
))  # fmt: skip
_NAMES = frozenset(("/Dests", "/EmbeddedFiles"))
_PAGE = frozenset((
    "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/BoxColorInfo", "/Contents", "/Rotate",
    "/Group", "/Dur", "/Trans", "/Annots", "/Tabs", "/StructParents", "/UserUnit", "/VP",
))  # fmt: skip
_SCRIPTS = frozenset(("/JavaScript", "/Rendition", "/Launch", "/ImportData", "/SubmitForm"))
# Private data of programs, thumbnails and metadata of parts; nobody who reads the file sees them.
_PRIVATE = ("/PieceInfo", "/Metadata", "/Thumb", "/LastModified", "/SpiderInfo", "/AA", "/XFA")
_DESTINATION = pikepdf.Name("/GoTo")


def rebuild(source: Source) -> bytes:
    """The bytes of the file in one revision without what the allow-list does not name."""
    pdf = source.pdf
    _keep(pdf.trailer, _TRAILER)
    _keep(pdf.Root, _CATALOG)
    if "/Names" in pdf.Root:
        _keep(pdf.Root.Names, _NAMES)
    action = pdf.Root.get("/OpenAction")
    if isinstance(action, pikepdf.Dictionary) and action.get("/S") != _DESTINATION:
        del pdf.Root["/OpenAction"]
    pictures.strip(source)
    for page in source.pages:
        _keep(page.obj, _PAGE)
    for entry in list(source.dictionaries()):
        _clean(entry)
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/SigFlags" in form:
        del form["/SigFlags"]
    return saved(pdf)


def _keep(entry: Any, wanted: frozenset[str]) -> None:
    for key in list(entry.keys()):
        if key not in wanted:
            del entry[key]


def _clean(entry: Any) -> None:
    for key in _PRIVATE:
        if key in entry:
            del entry[key]
    for key in ("/A", "/Next"):
        action = entry.get(key)
        if isinstance(action, pikepdf.Dictionary) and str(action.get("/S", "")) in _SCRIPTS:
            del entry[key]
    if str(entry.get("/S", "")) == "/JavaScript" and "/JS" in entry:
        entry["/JS"] = pikepdf.String("")
    if "/ByteRange" in entry and "/Contents" in entry:
        # A signature over bytes that have changed proves nothing and names its signer in its certificate.
        for key in ("/Contents", "/ByteRange", "/Cert", "/Reference"):
            if key in entry:
                del entry[key]


def saved(pdf: Any) -> bytes:
    """The bytes of ``pdf`` as it is."""
    stream = io.BytesIO()
    pdf.save(
        stream,
        static_id=True,
        fix_metadata_version=False,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        encryption=False,
    )
    return stream.getvalue()
