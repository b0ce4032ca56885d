"""Which format a file has: its first bytes decide, its name only where they leave a choice."""

from __future__ import annotations

import os.path

from govredact.documents.formats import by_extension, by_name
from govredact.errors import CorruptDocumentError, EncryptedDocumentError, UnsupportedFormatError
from govredact.text import lazy

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PDF_HEADER = lazy.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}%PDF-[0-9]")
_PDF_MARK = b"%PDF-"
_PDF_SEARCH = 1024
_CRAWL = b"WARC/1."
_MESSAGE = b"MIME-Version:"
_MESSAGE_SEARCH = 8192
_MARKUP = lazy.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}<(?:(\?xml\s)|(!doctype\s+html|html[\s>]))", lazy.IGNORECASE)

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"MSCF\x00", "cab"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"{\\rtf", "rtf"),
    (b"%!PS", "postscript"),
    (b"ID3", "mp3"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
    (b"\x00\x01\x00\x00\x00", "font"),
    (b"OTTO", "font"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"\xca\xfe\xba\xbe", "class"),
    (b"\x00asm", "wasm"),
)
# Signatures that are also plausible beginnings of a text count only before bytes that no text has there.
_WEAK = frozenset(("bzip2", "mp3", "ogg", "flac", "font"))
_RIFF = lazy.compile(rb"RIFF....(?:WEBP|WAVE|AVI )|....ftyp|BM....\x00\x00\x00\x00|MZ[^\n]{0,64}\x00", lazy.DOTALL)
_CONTROL = lazy.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

# Text on the surface, with encoded parts inside that a scan of the surface would miss.
_ENCODED_TEXT = frozenset((".rtf", ".ps", ".eps"))
_OFFICE = (("docx", "word/"), ("xlsx", "xl/"), ("pptx", "ppt/"))
_OFFICE_NAMES = frozenset(suffix for name, _ in _OFFICE for suffix in by_name(name).suffixes)
_PACKAGE_STARTS = (("ofd", "OFD.xml"),)
_PACKAGES = _OFFICE_NAMES | frozenset((".ofd", ".zip"))
_BINARY_NAMES = frozenset(
    (
        ".doc",
        ".xls",
        ".ppt",
        ".wps",
        ".et",
        ".dps",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".bmp",
        ".tif",
        ".tiff",
        ".webp",
        ".gz",
        ".rar",
        ".7z",
        ".exe",
        ".dll",
    )
)


def format_of(data: bytes, name: str) -> str:
    """The name of the format of ``data``, a row of ``formats``.

    UnsupportedFormatError for known formats without a reader, EncryptedDocumentError for Office files behind a password,
    CorruptDocumentError where a Word or PDF name stands on something else.
    """
    extension = os.path.splitext(name)[1].lower()
    if data.startswith(_OLE):
        raise _ole_error(data, extension)
    if data.startswith(_ZIP):
        return _zip_format(data, extension)
    if _PDF_HEADER.match(data) or (extension == ".pdf" and _PDF_MARK in data[:_PDF_SEARCH]):
        return "pdf"
    if _is_crawl(data):
        return "warc"
    _refuse_known_binary(data)
    _refuse_by_name(data, extension)
    return _text_format(data, extension)


def _ole_error(data: bytes, extension: str) -> EncryptedDocumentError | UnsupportedFormatError:
    if _ENCRYPTED_PACKAGE in data:
        return EncryptedDocumentError("protected by a password", format=extension.lstrip("."))
    return _unsupported("ole", "a legacy Office file; save it as .docx and scan that")


def _unsupported(kind: str, what: str) -> UnsupportedFormatError:
    return UnsupportedFormatError(f"no reader for this format ({what})", format=kind)


def _zip_format(data: bytes, extension: str) -> str:
    """Told apart by the names in the directory of the archive."""
    from govredact.documents.ooxml.package import member_names

    names = member_names(data)
    if names and "[Content_Types].xml" in names:
        for kind, start in _OFFICE:
            if any(name.startswith(start) for name in names):
                return kind
    if names is None or extension in _OFFICE_NAMES:
        raise CorruptDocumentError(
            "not a complete Office file" if extension in _OFFICE_NAMES else "not a complete zip archive", format=extension[1:] or "zip"
        )
    kind = next((kind for kind, start in _PACKAGE_STARTS if any(name.startswith(start) for name in names)), "zip")
    raise _unsupported(kind, kind)


def _is_crawl(data: bytes) -> bool:
    """A WARC file, or a packed one: its first record says so."""
    if data.startswith(b"\x1f\x8b\x08"):
        import zlib

        try:
            data = zlib.decompressobj(wbits=31).decompress(data[:4096], len(_CRAWL))
        except zlib.error:
            return False
    return data.startswith(_CRAWL)


def _refuse_known_binary(data: bytes) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic) and (kind not in _WEAK or _CONTROL.search(data, 0, 64)):
            raise _unsupported(kind, kind)
    if _RIFF.match(data):
        raise _unsupported("binary", "picture, sound, film or program")


def _refuse_by_name(data: bytes, extension: str) -> None:
    if extension in _PACKAGES or extension == ".pdf":
        raise CorruptDocumentError("empty file" if not data else "not what its name says", format=extension[1:])
    if extension in _ENCODED_TEXT or (not data and extension in _BINARY_NAMES):
        raise _unsupported(extension[1:], extension[1:])


def _is_message(data: bytes) -> bool:
    from govredact.documents.archives import mime

    return mime.looks_like(data)


def _text_format(data: bytes, extension: str) -> str:
    row = by_extension(extension)
    if _MESSAGE in data[:_MESSAGE_SEARCH] and _is_message(data):
        return "mhtml"
    if row and row.name != "text":
        return row.name
    markup = _MARKUP.match(data)
    if markup:
        return "xml" if markup[1] else "html"
    return "text"
