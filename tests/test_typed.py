"""``govredact.typed`` stands for ``typing``: its named tuples do what those of ``typing`` do."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from govredact import typed


class Theirs(typing.NamedTuple):
    """A value."""

    name: str
    size: int = 3
    parts: tuple[str, ...] = ()

    @property
    def double(self) -> int:
        """Twice the size."""
        return self.size * 2


class Ours(typed.NamedTuple):
    """A value."""

    name: str
    size: int = 3
    parts: tuple[str, ...] = ()

    @property
    def double(self) -> int:
        """Twice the size."""
        return self.size * 2


class Words(typed.NamedTuple):
    """Fields may be called what they like."""

    cls: str
    new: str
    self: str


class Below(Ours):
    """A subclass, made before its parent ever was."""


def test_values_are_made_in_every_way():
    assert tuple(Below("a", 5)) == ("a", 5, ())
    for kind in (Ours, Theirs):
        assert tuple(kind("a")) == ("a", 3, ())
        assert tuple(kind(name="a", size=4)) == ("a", 4, ())
        assert tuple(kind("a", parts=("b",))) == ("a", 3, ("b",))
    assert Ours("a") == Theirs("a") == ("a", 3, ())
    assert isinstance(Below("a"), Below)
    assert Words("a", new="b", self="c")._replace(cls="d", self="e") == ("d", "b", "e")


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_what_is_missing_or_unknown_is_refused(kind):
    with pytest.raises(TypeError):
        kind()
    with pytest.raises(TypeError):
        kind("a", other=1)
    with pytest.raises((ValueError, TypeError), match="other"):  # Python 3.13 raises the latter
        kind("a")._replace(other=1)
    with pytest.raises(AttributeError):
        kind("a").size = 4
    with pytest.raises(AttributeError):
        kind("a").other = 4


def test_the_rest_is_the_same():
    ours, theirs = Ours("a", 5), Theirs("a", 5)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert (ours.name, ours.size, ours.double, hash(ours)) == (theirs.name, theirs.size, theirs.double, hash(theirs))
    assert ours._asdict() == theirs._asdict()
    assert ours._replace(size=7) == theirs._replace(size=7)
    assert type(ours._replace(size=7)) is Ours
    assert (Ours._fields, Ours._field_defaults, Ours.__doc__) == (Theirs._fields, Theirs._field_defaults, Theirs.__doc__)
    match ours:
        case Ours(name, size):
            assert (name, size) == ("a", 5)


@pytest.mark.parametrize("value", [Ours("a", 2), Below("b")])
def test_values_travel(value):
    for back in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert (back, type(back)) == (value, type(value))
    assert not hasattr(Ours("a"), "__dict__")
