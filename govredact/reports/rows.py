"""Lists of a report whose items are made when they are asked for: a million findings as dictionaries would take a gigabyte."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govredact.models import Finding


class Rows(Sequence[dict[str, Any]]):
    """``make`` of each finding, every time anew; otherwise like a list."""

    __slots__ = ("_findings", "_make")

    def __init__(self, findings: Sequence[Finding], make: Callable[[Finding], dict[str, Any]]) -> None:
        self._findings = findings
        self._make = make

    def __len__(self) -> int:
        return len(self._findings)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return map(self._make, self._findings)

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> list[dict[str, Any]]: ...
    def __getitem__(self, index: int | slice) -> dict[str, Any] | list[dict[str, Any]]:
        if isinstance(index, slice):
            return list(map(self._make, self._findings[index]))
        return self._make(self._findings[index])
