"""XML parts as trees, for the clean-up that moves elements: parsing without trust, writing back."""

from __future__ import annotations

from govredact.errors import CorruptDocumentError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


def parse(content: bytes) -> Any:
    """The root of the part; nothing is fetched, no entity is expanded. CorruptDocumentError where it is no XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_blank_text=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CorruptDocumentError("a part of the package is no valid XML", format="ooxml") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise CorruptDocumentError("a part of the package declares entities, which Office files never do", format="ooxml")
    return root


def serialise(root: Any) -> bytes:
    """The part as bytes, with the declaration that it had."""
    from lxml import etree

    info = root.getroottree().docinfo
    encoding = info.encoding or "UTF-8"
    content: bytes = etree.tostring(root.getroottree(), encoding=encoding, xml_declaration=True, standalone=info.standalone)
    return content
