"""Whether a reader sees a text: what an element inherits, what it says itself, and what the page's own rules say about it."""

from __future__ import annotations

from govredact.documents.html.colors import TRANSPARENT, alike
from govredact.documents.html.look import Look
from govredact.documents.html.styles import PLAIN, Rules, Style, declared, pixels, style
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.documents.html.attributes import Attributes

# Text of a pixel and less is read by machines only.
_TINY = 1.0
# Elements whose content is not shown as it stands.
_HIDING = {"template": "template", "noscript": "noscript", "noframes": "noscript"}
_FONT_SIZES = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
_FRAMES = frozenset(("iframe", "frame", "img", "embed", "object", "marquee"))
_TINY_FRAME = 4.0


class Looks:
    """Works out looks; equal elements under equal looks are worked out once."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._styles: dict[tuple[str, int], Style] = {}
        self._known: dict[tuple[int, str, int], Look] = {}
        self._kept: list[object] = []

    def has_rule(self, tag: str) -> bool:
        """Whether a rule of the page speaks of ``tag`` alone."""
        return bool(self._rules.of(tag, (), ""))

    def of(self, look: Look, tag: str, attributes: Attributes | None) -> Look:
        """The look inside ``tag`` that stands where things look like ``look``."""
        if attributes is not None and attributes.looked[0] is look and attributes.looked[1] == tag:
            return attributes.looked[2]
        key = (id(look), tag, id(attributes))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._work_out(look, tag, attributes)
            # Keys are identities: what they name must live as long.
            self._kept += (look, attributes)
        if attributes is not None:
            attributes.looked = (look, tag, known)
        return known

    def _work_out(self, look: Look, tag: str, attributes: Attributes | None) -> Look:
        found = _over(look, self._style(tag, attributes))
        if tag in _HIDING and not found.own:
            found = found._replace(own=_HIDING[tag], ruled=False)
        if attributes is not None and attributes.is_named and found.ground == look.ground and not found.own:
            # A style sheet elsewhere may paint the element: what lies behind its text is not known.
            found = found._replace(ground=None)
        found = found._replace(reason=found.own or _looks_hidden(found))
        return look if found == look else found

    def _style(self, tag: str, attributes: Attributes | None) -> Style:
        key = (tag, id(attributes))
        known = self._styles.get(key)
        if known is None:
            known = self._styles[key] = self._read_style(tag, attributes)
        return known

    def _read_style(self, tag: str, attributes: Attributes | None) -> Style:
        says = attributes.values if attributes is not None else {}
        ruled = self._rules.of(tag, says.get("class", "").split(), says.get("id", "")) if self._rules else {}
        own = _presentational(tag, says)
        own.update(declared(says.get("style", "")))
        if not ruled:
            return style(own) if own else PLAIN
        whole, alone = style({**ruled, **own}), style(own)
        hiding = (whole.reason, whole.size, whole.scale, whole.color)
        return whole._replace(by_rule=hiding != (alone.reason, alone.size, alone.scale, alone.color))


def _presentational(tag: str, says: dict[str, str]) -> dict[str, str]:
    """Old attributes as declarations."""
    own: dict[str, str] = {}
    if "hidden" in says:
        own["display"] = "none"
    for name, wanted in (("bgcolor", "background-color"), ("color", "color"), ("text", "color")):
        value = says.get(name, "").strip().lower()
        if value and (name != "text" or tag == "body"):
            own[wanted] = value
    if tag == "font" and says.get("size", "") in _FONT_SIZES:
        own["font-size"] = f"{_FONT_SIZES[says['size']]}px"
    if tag in _FRAMES:
        sizes = [pixels(says[side]) for side in ("width", "height") if side in says]
        if any(size is not None and 0 <= size <= _TINY_FRAME for size in sizes):
            own.update(overflow="hidden", width="0")
    return own


def _over(look: Look, own: Style) -> Look:
    """``look`` with what an element says itself."""
    hidden, ruled = look.own, look.ruled
    if not hidden and (own.size, own.scale, own.color) != (None, None, None):
        ruled = own.by_rule
    if own.visible is not None and hidden in ("", "visibility"):
        hidden, ruled = ("" if own.visible else "visibility"), own.by_rule
    if own.reason and not look.own:
        hidden, ruled = own.reason, own.by_rule
    size = own.size if own.size is not None else look.size * (1.0 if own.scale is None else own.scale)
    behind = None if own.pictured else look.ground if own.ground in (None, TRANSPARENT) else own.ground
    return Look("", ruled, own.color or look.color, behind, size, hidden)


def _looks_hidden(look: Look) -> str:
    if look.size <= _TINY:
        return "size"
    if look.color == TRANSPARENT:
        return "color"
    return "color" if look.color is not None and look.ground is not None and alike(look.color, look.ground) else ""
