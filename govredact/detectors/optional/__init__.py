"""Detectors that are made for what a policy or an option names; nothing of them is imported otherwise."""

from __future__ import annotations
