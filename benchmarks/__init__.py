"""Measurements of govredact: how much it finds (`accuracy`) and how fast it is (`speed`). Not part of the wheel."""
