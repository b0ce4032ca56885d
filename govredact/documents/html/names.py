"""What the names of elements mean for the flow of text (WHATWG HTML, 15.3 Flow content; 13.1.2 Elements)."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


# How an element stands in the flow; everything that is not named is inline and joins the text around it.
INLINE, BLOCK, BREAK, ROW, CELL, TERM, DESCRIPTION, RUBY = range(8)

_BLOCKS = (
    "address article aside blockquote body caption center details dialog dir div dl fieldset figcaption figure footer form frameset "
    "h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main marquee menu nav ol optgroup option p plaintext pre search "
    "section select summary table tbody template tfoot thead title ul xmp iframe object noscript textarea"
)
KINDS: dict[str, int] = {
    **dict.fromkeys(_BLOCKS.split(), BLOCK),
    "br": BREAK,
    "tr": ROW,
    "td": CELL,
    "th": CELL,
    "dt": TERM,
    "dd": DESCRIPTION,
    "rt": RUBY,
    "rp": RUBY,
}
VOID = words("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr image")

# Elements that end tags of ordinary inline elements do not reach across, and elements that hold what is inside them.
SPECIAL = words(_BLOCKS) | {"tr", "td", "th", "dt", "dd", "script", "style"}
SCOPES = frozenset(("td", "th", "caption", "template", "object", "marquee", "html"))
FORMATTING = words("a b big code em font i nobr s small strike strong tt u")

# A start tag ends these open elements, up to the nearest of the barriers.
_LIST, _GRID = frozenset(("ul", "ol", "menu", "dir")), frozenset(("table", "template"))
CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), _LIST),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "td": (frozenset(("td", "th")), _GRID | {"tr"}),
    "th": (frozenset(("td", "th")), _GRID | {"tr"}),
    "tr": (frozenset(("tr",)), _GRID | {"tbody", "thead", "tfoot"}),
    "tbody": (frozenset(("tbody", "thead", "tfoot")), _GRID),
    "thead": (frozenset(("tbody", "thead", "tfoot")), _GRID),
    "tfoot": (frozenset(("tbody", "thead", "tfoot")), _GRID),
    "option": (frozenset(("option",)), frozenset(("select", "datalist"))),
    "optgroup": (frozenset(("option", "optgroup")), frozenset(("select",))),
    "rt": (frozenset(("rt", "rp")), frozenset(("ruby",))),
    "rp": (frozenset(("rt", "rp")), frozenset(("ruby",))),
    "a": (frozenset(("a",)), _GRID | {"td", "th"}),
    "body": (frozenset(("head",)), frozenset()),
}
# Block elements end an open paragraph.
ENDS_PARAGRAPH = (words(_BLOCKS) | {"dt", "dd"}) - words(
    "body head html option optgroup select tbody thead tfoot template title textarea iframe object noscript caption"
)
