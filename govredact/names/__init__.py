"""Names of persons in Chinese text: what they look like, and where they stand in running text.

Everything here works on strings. A possible name costs what its surname and its given name cost (negative logarithms of how often
they occur, in tenths), and running text costs what its words cost; a name is where the first is cheaper. Cue words on both sides
shift the balance. The data stand in ``data/`` with their sources; they are read on first need.
"""

from __future__ import annotations
