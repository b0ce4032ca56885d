"""English texts, one module a catalogue."""
