"""Lists of a report whose items are made when they are asked for: a million findings as dictionaries would take a gigabyte."""

from __future__ import annotations

from collections.abc import Sequence

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from govredact.models import Finding


class Rows(Sequence["dict[str, Any]"]):
    """``make`` of each finding, every time anew; otherwise like a list."""

    __slots__ = ("_findings", "_make")

    def __init__(self, findings: Sequence[Finding], make: Callable[[Finding], dict[str, Any]]) -> None:
        self._findings = findings
        self._make = make

    def __len__(self) -> int:
        return len(self._findings)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return map(self._make, self._findings)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return list(map(self._make, self._findings[index]))
        return self._make(self._findings[index])
