"""Chinese texts, one module a catalogue."""
