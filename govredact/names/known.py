"""Names that a general dictionary holds because everybody knows their bearers: history, letters, public life.

Only names that hardly anybody else bears count: the dictionary also holds 张建国, and that can be any villager.
"""

from __future__ import annotations

from govredact.names import store

# In the dictionary as often as words that everybody uses, and of given-name characters that rarely come together.
_FREQUENT, _RARE_GIVEN = 140, 104


def is_public(name: str) -> bool:
    """Whether the name of three characters is a public one."""
    cost = store.known().get(name)
    if cost is None or cost > _FREQUENT:
        return False
    data = store.names()
    return data.middle.get(name[1], _RARE_GIVEN) + data.last.get(name[2], _RARE_GIVEN) >= _RARE_GIVEN
