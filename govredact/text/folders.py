"""Where the word dictionary, the compiled shipped lists and patterns are cached: a folder of the user that nobody else can write to.

All are public data; nothing of any scanned text is ever cached.
"""

from __future__ import annotations

import os
import stat
import sys


def cache_home() -> str:
    """``GOVREDACT_CACHE`` if set, else ``govredact`` in the platform's cache folder (XDG_CACHE_HOME, LOCALAPPDATA, Library/Caches)."""
    chosen = os.environ.get("GOVREDACT_CACHE")
    if chosen:
        return chosen
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "govredact")


def kept_cache_folder() -> str | None:
    """The user's cache folder if its files can be trusted; None where nothing can be kept."""
    folder = cache_home()
    return folder if _is_ours(folder) else None


def _is_ours(folder: str) -> bool:
    """Makes the folder if need be; whether it is a real folder of this user that no one else may write to."""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        state = os.lstat(folder)
    except OSError:
        return False
    if not stat.S_ISDIR(state.st_mode) or not os.access(folder, os.W_OK):
        return False
    if sys.platform == "win32":  # a folder below LOCALAPPDATA has the user's own permissions
        return True
    return state.st_uid == os.geteuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
