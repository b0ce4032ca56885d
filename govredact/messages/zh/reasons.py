"""Reasons of findings (`check_digit`, `label:` with its detail) as phrases."""

TEXTS: dict[str, str] = {}
