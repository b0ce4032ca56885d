"""Where policies are: built in, in a file that is named, or in ``govredact.toml`` or ``pyproject.toml`` above the work.

``layers`` follows ``extends`` down to ``gov-website``, which is the registry itself and needs no file.
"""


from __future__ import annotations

import os

from govredact.errors import PolicyError
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

BASE = "gov-website"
BUILTIN_NAMES = (
    BASE,
    "strict",
    "aid-list",
    "student-aid",
    "penalty",
    "procurement",
    "recruitment",
    "petition",
    "land",
    "village",
    "appointment",
)
_BUILTIN = os.path.join(os.path.dirname(__file__), "builtin")
_DEEPEST = 8
_LARGEST = 4 * 1024 * 1024
_POSITION = r" \(at line ([0-9]+), column ([0-9]+)\)$"


class Layer(NamedTuple):
    """The raw settings of one source. ``label`` names it for people, ``prefix`` is the table it stands in (``tool.govredact.``)."""

    label: str
    data: dict[str, Any]
    folder: str
    prefix: str = ""
    builtin: bool = False

    def origin(self, key: str) -> str:
        """Where the setting ``key`` of this layer comes from, for ``config show``."""
        return self.label if self.builtin else f"{self.label}: {self.prefix}{key}"


def discover(folder: str) -> str | None:
    """The settings file that holds for ``folder``: the nearest one upwards, not beyond a repository or the home folder."""
    folder = os.path.abspath(folder)
    home = os.path.expanduser("~")
    while True:
        own = os.path.join(folder, "govredact.toml")
        if os.path.isfile(own):
            return own
        project = os.path.join(folder, "pyproject.toml")
        if os.path.isfile(project) and _has_table(project):
            return project
        above = os.path.dirname(folder)
        if above == folder or folder == home or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = above


def layers(name_or_path: str, folder: str) -> list[Layer]:
    """The chain of ``extends`` that begins at a built-in name or a path seen from ``folder``, the farthest ancestor first.

    ``gov-website`` itself is not in it. PolicyError for what does not exist, goes in circles, or is too deep.
    """
    chain: list[Layer] = []
    seen: set[str] = set()
    wanted, asked_by = name_or_path, ""
    while wanted != BASE:
        path, builtin = _locate(wanted, folder, asked_by)
        if os.path.realpath(path) in seen or len(chain) >= _DEEPEST:
            circle = os.path.realpath(path) in seen
            problem = "goes in a circle" if circle else f"is more than {_DEEPEST} files deep"
            kind = "extends_circle" if circle else "extends_deep"
            raise PolicyError(f"{asked_by}: 'extends' {problem}", kind=kind, file=asked_by, key="extends", most=_DEEPEST)
        seen.add(os.path.realpath(path))
        layer = _read_builtin(wanted, path) if builtin else read(path)
        chain.append(layer)
        wanted, folder, asked_by = _parent(layer), layer.folder, layer.label
    return chain[::-1]


def builtin_policies() -> list[tuple[str, str]]:
    """Name and description of every built-in policy, in the order of the documentation."""
    return [(name, _read_builtin(name, os.path.join(_BUILTIN, f"{name}.toml")).data["description"]) for name in BUILTIN_NAMES]


def read(path: str) -> Layer:
    """The settings of a TOML file: the table ``tool.govredact`` of a ``pyproject.toml``, the whole of any other."""
    data = _parse(path)
    if os.path.basename(path) != "pyproject.toml":
        return Layer(path, data, os.path.dirname(path))
    tool = data.get("tool", {})
    table = tool.get("govredact", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        from govredact.policy.values import kind_of  # only for the error

        message = f"{path}: 'tool.govredact' must be a table, got {kind_of(table)}"
        raise PolicyError(message, kind="not_table", file=path, key="tool.govredact")
    return Layer(path, table, os.path.dirname(path), "tool.govredact.")


def _read_builtin(name: str, path: str) -> Layer:
    return Layer(name, _parse(path), _BUILTIN, builtin=True)


def _locate(wanted: str, folder: str, asked_by: str) -> tuple[str, bool]:
    if wanted in BUILTIN_NAMES:
        return os.path.join(_BUILTIN, f"{wanted}.toml"), True
    path = os.path.abspath(os.path.join(folder, os.path.expanduser(wanted)))
    if os.path.isfile(path):
        return path, False
    from govredact.policy.values import nearest  # only for the error

    near = nearest(wanted, BUILTIN_NAMES)
    hint = f"; did you mean {near!r}?" if near else f"; built in are {', '.join(BUILTIN_NAMES)}"
    where = f"{asked_by}: 'extends': " if asked_by else ""
    raise PolicyError(
        f"{where}there is no policy or file {wanted!r}{hint}",
        kind="missing_near" if near else "missing",
        name=wanted,
        file=asked_by,
        suggestion=near,
        choices=", ".join(BUILTIN_NAMES),
    )


def _parent(layer: Layer) -> str:
    parent = layer.data.get("extends", BASE)
    if not isinstance(parent, str) or not parent:
        from govredact.policy.values import kind_of  # only for the error

        got = kind_of(parent) if parent != "" else "an empty one"
        raise PolicyError(
            f"{layer.label}: '{layer.prefix}extends' must be a text, got {got}",
            kind="not_text",
            file=layer.label,
            key=layer.prefix + "extends",
        )
    return parent


def _has_table(path: str) -> bool:
    if b"govredact" not in _bytes(path):
        return False  # most projects: nothing to parse
    tool = _parse(path).get("tool")
    return isinstance(tool, dict) and "govredact" in tool


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as problem:
        raise PolicyError(f"{path}: cannot be read ({problem.strerror})", kind="unreadable", file=path) from None
    if len(data) > _LARGEST:
        raise PolicyError(f"{path}: larger than {_LARGEST} bytes, which no policy is", kind="too_large", file=path, maximum=_LARGEST)
    return data


def _parse(path: str) -> dict[str, Any]:
    import re
    import tomllib  # the default policy needs no file

    try:
        return tomllib.loads(_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise PolicyError(f"{path}: is not UTF-8 (byte {problem.start})", kind="not_utf8", file=path) from None
    except tomllib.TOMLDecodeError as problem:
        place = re.search(_POSITION, str(problem))
        line, column = (place[1], place[2]) if place else ("", "")
        where = f"{path}:{line}:{column}" if place else path
        message = f"{where}: is not TOML: {re.sub(_POSITION, '', str(problem))}"
        raise PolicyError(message, kind="not_toml", file=path, line=int(line or 0)) from None
    except RecursionError:
        raise PolicyError(f"{path}: is nested too deeply", kind="nested", file=path) from None
