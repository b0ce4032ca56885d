"""Tests assert no times: a property is not refuted by a busy machine. Continuous integration tries the same examples every time
(`HYPOTHESIS_SEED=fixed`, set by `.ci/run`), so that a commit is judged by what it changes; everybody else tries new ones."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.register_profile("fixed", deadline=None, derandomize=True)
settings.load_profile("fixed" if os.environ.get("HYPOTHESIS_SEED") == "fixed" else "untimed")
