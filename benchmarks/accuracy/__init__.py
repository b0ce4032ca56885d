"""How much of what must not be published is found, and how much else is flagged.

A seeded generator writes published notices with gold spans and hard negatives; govredact scans them; the result is scored by the
rules of `score.py`. Nothing here but `runner` touches govredact, so that generator and detectors cannot share a mistake.
"""
