"""The shipped lists, compiled once and kept in the user's own cache folder: reading and sorting ten thousand words is half of a start.

Kept is what the files of the program say and nothing else: no list of a user, no text. A snapshot is used only if it was made of the
same files by the same version; one that is damaged, or a folder that others may write to, costs a start of the ordinary length.
"""

from __future__ import annotations

import os

from govredact.lexicon import places
from govredact.lexicon.automata import LIBRARY
from govredact.lexicon.matcher import Matcher
from govredact.lexicon.packing import packed, unpacked
from govredact.text import kept
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILE = "lexicon.snapshot"


def matcher(anchors: Sequence[str], as_of: str) -> Matcher:
    """``Matcher.build(shipped(), anchors, as_of)``, from the snapshot of an earlier run where there is one."""
    # Entries may hold for a time, so the day counts; the modules do for those who work on them.
    files = [LIBRARY, *kept.files_in(places.folder()), *kept.files_in(os.path.dirname(places.__file__))]
    key = kept.key([as_of, *anchors], files)
    values = kept.read(_FILE, key)
    if values is not None:
        return Matcher(None, anchors, as_of, unpacked(values))
    from govredact.lexicon.loading import shipped
    from govredact.lexicon.planning import make_plan

    lexicons = shipped()
    plan = make_plan(lexicons, anchors, as_of)
    kept.write(_FILE, key, packed(plan))
    return Matcher(lexicons, anchors, as_of, plan)
