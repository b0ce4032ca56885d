"""PDF (ISO 32000), read and rewritten on qpdf objects (pikepdf). PDFium is the second reader of what was written (``proof``)."""
