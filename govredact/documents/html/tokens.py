"""Markup as browsers cut it (WHATWG HTML, 13.2.5 Tokenization): one compiled pass over the source, no recursion, linear in any input.

Every alternative of ``TOKEN`` matches possessively and accepts the end of the text, so that no start is tried twice over the same
characters. Text is what stands between two tokens.
"""

from __future__ import annotations

import re
from functools import cache

# Attributes up to the end of a tag: quotes count only behind an equals sign, as in browsers; one that is never closed is none.
_REST = r"""((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)"""
_RAW_NAMES = "script|style|textarea|title|xmp|iframe|noembed|noframes"
_RAW = (
    r"(?=[sStTxXiInN])((?i:" + _RAW_NAMES + r"))(?=[\s/>])" + _REST + r"{closed}>"
    r"([^<]*+(?:<(?!/(?i:\1)[\s/>])[^<]*+)*+)|"
)  # fmt: skip
_TAG = r"(/?[a-zA-Z][^\s/>]*+)" + _REST + r"(?:>|\Z)|"
# A comment also ends at --!>; <!--> and <!---> are empty ones. What else begins with <! <? </ is a comment up to the next >.
_REMARK = r"!--(?:-?>|([^-]*+(?:-(?!-!?>)[^-]*+)*+)(?:--!?>|\Z))|!\[CDATA\[|[!?/]([^>]*+)>?"

# Groups of a match: what is not matched is None.
RAW_NAME, RAW_REST, RAW_TEXT, NAME, REST, COMMENT, BOGUS = range(1, 8)

# A name, and its value in double quotes, single quotes or none; quotes that are never closed belong to the value.
ATTRIBUTE = re.compile(r"""([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+""")
SPACE = " \t\n\r\f"


@cache
def token(self_closing: bool = False, raw: bool = True) -> re.Pattern[str]:
    """The pattern of one token.

    ``self_closing``: ``<script/>`` is complete, as in XHTML. Without ``raw`` a script's or title's content is cut like any other,
    which serves what is left where such an element is never closed.
    """
    first = _RAW.format(closed="(?<!/)" if self_closing else "") if raw else "(?!)()()()|"
    return re.compile(f"<(?:{first}{_TAG}{_REMARK})")
