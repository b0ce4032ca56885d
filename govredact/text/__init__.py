"""Text as people read it: normalisation with a map back to the original, and word boundaries."""
