"""PDF (ISO 32000), read with PDFium. PDFium is not safe to call from several threads: every call holds ``native.LOCK``."""
