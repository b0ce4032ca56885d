"""Names inside a package, whatever namespace they stand in: transitional and strict files differ in nothing else."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_LOCAL: dict[str, str] = {}
_MOST = 4096


def local(tag: str) -> str:
    """``tag`` without its namespace."""
    known = _LOCAL.get(tag)
    if known is None:
        if len(_LOCAL) > _MOST:
            _LOCAL.clear()
        known = _LOCAL[tag] = tag.rsplit("}", 1)[-1]
    return known


def is_element(node: Any) -> bool:
    """Whether a node is an element, not a comment or processing instruction."""
    return isinstance(node.tag, str)


def child(element: Any, name: str) -> Any | None:
    """The first child element called ``name``, or None."""
    return next(element.iterchildren(f"{{*}}{name}"), None)


def children(element: Any, name: str) -> Iterator[Any]:
    """The child elements called ``name``."""
    return iter(list(element.iterchildren(f"{{*}}{name}")))


def attribute(element: Any, name: str, default: str = "") -> str:
    """The attribute called ``name``, in any namespace or none."""
    for key, value in element.attrib.items():
        if local(key) == name:
            return str(value)
    return default


def local_name(name: str) -> str:
    """A name as markup writes it, without its prefix: ``w:p`` is ``p``."""
    return name.rsplit(":", 1)[-1]
