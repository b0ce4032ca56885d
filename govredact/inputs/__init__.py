"""What is read and where it is written: the walk over paths, bounded reading, safe writing, git's index."""

from __future__ import annotations

from govredact.files import identities, is_protected, write_atomic
from govredact.inputs.entry import Input
from govredact.inputs.git import git_tracked
from govredact.inputs.globs import matches
from govredact.inputs.manifest import Manifests
from govredact.inputs.walk import walk

__all__ = ["Input", "Manifests", "git_tracked", "identities", "is_protected", "matches", "walk", "write_atomic"]
