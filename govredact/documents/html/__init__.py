"""Web pages as real sites serve them: read from the source text, so that every character keeps its offset; masked in place."""
