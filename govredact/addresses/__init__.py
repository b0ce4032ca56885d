"""The grammar of Chinese addresses: names of administrative divisions, and what roads, estates, villages and numbers look like.

Nothing here knows labels, tables or policies: texts and offsets go in, spans of addresses come out. Whose address it is
(a home or an office) is for the detectors to say.
"""
