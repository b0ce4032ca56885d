"""Embedded files as members of the document that holds them, and how they are put back when they were changed."""

from __future__ import annotations

from govredact.documents.ooxml import ole
from govredact.errors import MaskingUnsupportedError
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.documents.ooxml.rewrite import Rewrite

_MAIN = "application/vnd.openxmlformats-officedocument."
# What a package holds says what it is: the folder of its parts, the ending of its name, its content type.
_KINDS = (
    (b"word/", ".docx", f"{_MAIN}wordprocessingml.document"),
    (b"xl/", ".xlsx", f"{_MAIN}spreadsheetml.sheet"),
    (b"ppt/", ".pptx", f"{_MAIN}presentationml.presentation"),
)


class Inside(NamedTuple):
    """An embedded part: its name, that of the member it is or carries, and what an OLE object says about the file it carries."""

    part: str
    member: str
    said: str


def inside(part: str, read: Callable[[str], bytes]) -> Inside:
    """What the embedded ``part`` is; OLE objects of other kinds are members that nothing can open."""
    data = read(part)
    found = ole.carried(data) if data.startswith(ole.MAGIC) else None
    return Inside(part, f"{part}/{found.name}", found.said) if found else Inside(part, part, "")


def content(embedded: Inside, read: Callable[[str], bytes]) -> bytes:
    """The bytes of the member."""
    data = read(embedded.part)
    found = ole.carried(data) if embedded.part != embedded.member else None
    return found.data if found else data


def put_back(rewrite: Rewrite, member: str, data: bytes) -> None:
    """Puts a changed member in its place. An Office file that stood in an OLE object is embedded directly, as Office does.

    MaskingUnsupportedError for other files in an OLE object, whose form counts bytes.
    """
    if rewrite.has(member):
        rewrite.replace(member, data)
        return
    part = member.rpartition("/")[0]
    kind = next((kind for kind in _KINDS if b"[Content_Types].xml" in data and kind[0] in data), None)
    if kind is None:
        raise MaskingUnsupportedError(
            f'{part} carries a file that cannot be masked in place; take it out first, or set embedded_files = "remove" in the policy',
            part=part,
        )
    rewrite.embed(part, data, *kind[1:])
