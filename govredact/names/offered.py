"""The models of names that can be had by their own name."""

from __future__ import annotations

from govredact.errors import ConfigError
from govredact.models import NAME_MODELS
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.names.model import NameModel


def load(name: str) -> NameModel:
    """The model called ``name``. ConfigError for an unknown one, and for one that is not installed or not what it should be."""
    if name != "lac":
        choices = ", ".join(NAME_MODELS)
        raise ConfigError(f"there is no name model {name!r} (known: {choices})", kind="model_unknown", model=name, choices=choices)
    from govredact.names import lac  # looks for files of 30 MB

    return lac.load()
