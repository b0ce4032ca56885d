"""The table of formats: a new one is a file with a Document and one line here.

Content decides before the name does (see ``sniff``); the suffixes only tell the text kinds apart.
"""

from __future__ import annotations

from importlib import import_module

from govredact.typed import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from govredact.documents.base import Document

_HERE = "govredact.documents"


class Format(NamedTuple):
    """One format: ``reader`` is module and class below ``govredact.documents``, imported on first use."""

    name: str
    suffixes: tuple[str, ...]
    reader: str
    masks: bool

    @property
    def reader_class(self) -> type[Document]:
        """The Document class that reads this format."""
        module, _, name = self.reader.partition(":")
        return cast("type[Document]", getattr(import_module(f"{_HERE}.{module}"), name))


FORMATS: tuple[Format, ...] = (
    Format(
        "text", (".txt", ".text", ".ini", ".conf", ".cfg", ".properties", ".toml", ".sql", ".py", ".js", ".sh"), "plain:TextDocument", True
    ),
    Format("markdown", (".md", ".markdown"), "plain:TextDocument", True),
    Format("log", (".log",), "plain:TextDocument", True),
    Format("srt", (".srt", ".vtt"), "plain:TextDocument", True),
    Format("csv", (".csv",), "csv_text:CsvDocument", True),
    Format("tsv", (".tsv", ".tab"), "csv_text:CsvDocument", True),
    Format("json", (".json", ".geojson", ".ipynb"), "json_text:JsonDocument", True),
    Format("jsonl", (".jsonl", ".ndjson"), "json_text:JsonLinesDocument", True),
    Format("yaml", (".yaml", ".yml"), "yaml_text:YamlDocument", True),
    Format("xml", (".xml", ".svg", ".rss", ".xsl", ".xsd", ".kml", ".gpx"), "xml_text:XmlDocument", True),
    Format("html", (".html", ".htm", ".xhtml", ".shtml"), "html.document:HtmlDocument", True),
    Format("mhtml", (".mht", ".mhtml", ".eml"), "archives.mhtml:MhtmlDocument", True),
    Format("warc", (".warc",), "archives.warc:WarcDocument", False),
    Format("docx", (".docx", ".docm", ".dotx", ".dotm"), "ooxml.word:DocxDocument", True),
    Format("xlsx", (".xlsx", ".xlsm", ".xltx", ".xltm"), "ooxml.workbook:XlsxDocument", True),
    Format("pptx", (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"), "ooxml.slides:PptxDocument", True),
    Format("pdf", (".pdf",), "pdf.document:PdfDocument", True),
)

_BY_NAME = {row.name: row for row in FORMATS}
_BY_EXTENSION = {extension: row for row in FORMATS for extension in row.suffixes}


def by_name(name: str) -> Format:
    """The row called ``name``."""
    return _BY_NAME[name]


def by_extension(extension: str) -> Format | None:
    """The row that claims ``extension`` (lower case, with its dot); None where no row does."""
    return _BY_EXTENSION.get(extension)
