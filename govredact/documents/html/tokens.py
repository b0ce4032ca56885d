"""Markup as browsers cut it (WHATWG HTML, 13.2.5 Tokenization): one compiled pass over the source, no recursion, linear in any input.

Every alternative of ``TOKEN`` matches possessively and accepts the end of the text, so that no start is tried twice over the same
characters. Each match begins with the text before the token; the last one ends at the end of the text.
"""

from __future__ import annotations

import re
from functools import cache

# Attributes up to the end of a tag: quotes count only behind an equals sign, as in browsers; one that is never closed is none.
_REST = r"""((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)"""
_RAW_NAMES = "script|style|textarea|title|xmp|iframe|noembed|noframes"
_RAW = (
    r"(?=[sStTxXiInN])((?i:" + _RAW_NAMES + r"))(?=[\s/>])" + _REST + r"{closed}>"
    r"([^<]*+(?:<(?!/(?i:\2)[\s/>])[^<]*+)*+)|"
)  # fmt: skip
_TAG = r"(/?[a-zA-Z][^\s/>]*+)" + _REST + r"(?:>|\Z)|"
# A comment also ends at --!>; <!--> and <!---> are empty ones. What else begins with <! <? </ is a comment up to the next >.
_COMMENT = r"!--(?:-?>|([^-]*+(?:-(?!-!?>)[^-]*+)*+)(?:--!?>|\Z))|"
_REMARK = r"!\[CDATA\[|[!?/]([^>]*+)>?"

# A < that begins no token is text.
_TEXT = r"([^<]*+(?:<(?![a-zA-Z/!?])[^<]*+)*+)"

# Groups of a match: what is not matched is None.
TEXT, RAW_NAME, RAW_REST, RAW_TEXT, NAME, REST, COMMENT, BOGUS = range(1, 9)

# A name, and its value in double quotes, single quotes or none; quotes that are never closed belong to the value.
ATTRIBUTE = re.compile(r"""([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+""")
SPACE = " \t\n\r\f"


@cache
def token(self_closing: bool = False, raw: bool = True, comments: bool = True) -> re.Pattern[str]:
    """The pattern of one token.

    ``self_closing``: ``<script/>`` is complete, as in XHTML. Without ``raw`` a script's or title's content is cut like any other,
    which serves what is left where such an element is never closed; without ``comments`` so is what follows ``<!--``, for inside a
    comment that means nothing.
    """
    first = _RAW.format(closed="(?<!/)" if self_closing else "") if raw else "(?!)()()()|"
    second = _COMMENT if comments else "!--()|"
    return re.compile(rf"{_TEXT}(?:<(?:{first}{_TAG}{second}{_REMARK})|\Z)")
