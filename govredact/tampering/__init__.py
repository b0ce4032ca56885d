"""Signs that a page was tampered with: what hijackers of search results write into pages of government offices, schools and hospitals.

Each module looks for one family of signs and yields ``Sign``s; ``detectors/page_hijack.py`` weighs them together. Nothing here
decides alone, so that a notice against gambling, which names the same brands, stays clean.
"""
