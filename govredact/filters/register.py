"""The office's own register: telephones, addresses, officials and mail domains that must be public (DESIGN section 7)."""

from __future__ import annotations

from govredact.filters.normal import normal, telephone
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "register"
_TELEPHONES = frozenset({"CN_MOBILE", "CN_LANDLINE", "PUBLIC_PHONE"})
_ADDRESSES = frozenset({"HOME_ADDRESS", "PUBLIC_ADDRESS"})
_OFFICIALS = frozenset({"PERSON", "PUBLIC_OFFICIAL"})
_SHORTEST_ADDRESS = 6


class Register:
    """Which values belong to the office. Immutable, picklable."""

    __slots__ = ("addresses", "domains", "officials", "telephones")

    def __init__(
        self,
        telephones: Iterable[str] = (),
        addresses: Iterable[str] = (),
        officials: Iterable[str] = (),
        domains: Iterable[str] = (),
    ) -> None:
        self.telephones = frozenset(filter(None, map(telephone, telephones)))
        self.addresses = tuple(form for form in map(normal, addresses) if len(form) >= _SHORTEST_ADDRESS)
        self.officials = frozenset(filter(None, map(normal, officials)))
        self.domains = tuple(sorted({domain.strip().lstrip("@").strip(".").casefold() for domain in domains} - {""}))

    def __bool__(self) -> bool:
        return bool(self.telephones or self.addresses or self.officials or self.domains)

    def filter_for(self, entity: str, value: str) -> str:
        """``"register"`` when the value is the office's own, else ``""``."""
        return NAME if self._holds(entity, value) else ""

    def role_for(self, entity: str, value: str) -> str:
        """The role of the value: ``"public"`` when it is the office's own, else ``""``."""
        return "public" if self._holds(entity, value) else ""

    def _holds(self, entity: str, value: str) -> bool:
        if entity in _TELEPHONES:
            return bool(self.telephones) and self._has_telephone(value)
        if entity in _ADDRESSES:
            return bool(self.addresses) and self._has_address(normal(value))
        if entity in _OFFICIALS:
            return normal(value) in self.officials
        return entity == "EMAIL" and self._has_domain(value)

    def _has_telephone(self, value: str) -> bool:
        # An extension after the registered number is still the office's.
        number = telephone(value.partition("转")[0])
        return number in self.telephones or telephone(value) in self.telephones

    def _has_address(self, form: str) -> bool:
        """Equal, or equal but for the province, city or county before it; a room behind it would be somebody's home."""
        if len(form) < _SHORTEST_ADDRESS:
            return False
        return any(form.endswith(known) or known.endswith(form) for known in self.addresses)

    def _has_domain(self, value: str) -> bool:
        domain = value.rpartition("@")[2].strip().casefold()
        return any(domain == known or domain.endswith(f".{known}") for known in self.domains)
