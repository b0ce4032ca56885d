"""What the program needs of ``typing`` while it runs: ``TYPE_CHECKING``, ``NamedTuple`` and ``cast``.

Importing ``typing`` takes as long as starting Python, and each named tuple of it a tenth of a millisecond; a start makes dozens of them and
uses few. Type checkers see the original. What only annotations use is imported from ``typing`` itself, under ``TYPE_CHECKING``.
"""

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
    from typing import cast as cast
else:
    try:
        from _collections import _tuplegetter
    except ImportError:  # another interpreter than CPython
        from operator import itemgetter

        def _tuplegetter(number, doc):
            return property(itemgetter(number), doc=doc)

    def cast(kind, value):  # noqa: ARG001 - what a checker makes of it
        """``value``."""
        return value

    class _Named(tuple):
        """What all named tuples can do."""

        __slots__ = ()

        def __new__(cls, /, *args, **kwargs):
            """Makes the constructor of the class when its first value is made; the constructor takes the place of this function."""
            owner = next(known for known in cls.__mro__ if "_fields" in vars(known))
            fields = "".join(f"{field}, " for field in owner._fields)
            new = eval(f"lambda _cls, {fields}: _new(_cls, ({fields}))", {"_new": tuple.__new__})
            new.__defaults__ = tuple(owner._field_defaults.values())
            owner.__new__ = staticmethod(new)
            return new(cls, *args, **kwargs)

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

        def __getnewargs__(self):
            return tuple(self)

        def _replace(self, /, **changes):
            values = [changes.pop(name, value) for name, value in self._asdict().items()]
            if changes:
                raise ValueError(f"no such fields: {', '.join(changes)}")
            return tuple.__new__(type(self), values)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

    class _Making(type):
        """Turns the body of a class into a subclass of ``tuple``: annotated names are its fields, their values the defaults."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            body.update({field: _tuplegetter(number, None) for number, field in enumerate(fields)})
            body.update(__slots__=(), __match_args__=fields, _fields=fields, _field_defaults=defaults)
            return type(name, (_Named,), body)

    class NamedTuple(metaclass=_Making):
        """``typing.NamedTuple`` for classes that are written as such."""
