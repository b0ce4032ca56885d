"""Files that hold saved pages: one page with all it needs (MHTML, mail), a whole crawl (WARC)."""
