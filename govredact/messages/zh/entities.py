"""The names of entity types, as the registry has them."""

from govredact.entities import ENTITIES

TEXTS = {name: row.zh for name, row in ENTITIES.items()}
