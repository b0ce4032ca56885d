"""Everything that people read, in Chinese and English. Codes, reasons and machine formats never pass through here.

A text is named by ``catalogue.key``; each catalogue is one module per language (``zh/report.py``, ``en/report.py``) that
holds ``TEXTS``, loaded on first use. Both languages hold the same keys with the same placeholders (a test says so).
"""

from __future__ import annotations

import os
from importlib import import_module

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("zh", "en")
CATALOGUES = ("report", "errors", "help", "cli", "reasons", "gaps", "entities", "policies", "system")


def language(option: str | None = None, environ: Mapping[str, str] = os.environ) -> str:
    """The language of messages, ``"zh"`` or ``"en"``: the option, else GOVREDACT_LANG, else the locale, else Chinese.

    A locale that is C, POSIX, empty or neither Chinese nor English means Chinese.
    """
    for wish in (option, environ.get("GOVREDACT_LANG")):
        if wish and wish[:2].lower() in LANGUAGES:
            return wish[:2].lower()
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "en" if locale.lower().startswith("en") else "zh"


class Texts:
    """The texts of one language: ``Texts("zh")("report.clean")``."""

    __slots__ = ("_loaded", "lang")

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._loaded: dict[str, Mapping[str, str]] = {}

    def __call__(self, name: str, /, **params: object) -> str:
        """The text called ``catalogue.key`` with its placeholders filled; KeyError for a name that does not exist."""
        catalogue, _, key = name.partition(".")
        return self._catalogue(catalogue)[key].format(**params)

    def find(self, catalogue: str, key: str) -> str | None:
        """The text of a key that may be unknown, with its placeholders open, or None."""
        return self._catalogue(catalogue).get(key)

    def entity(self, name: str) -> str:
        """What people call an entity type; the name itself for one that only a user's pattern knows."""
        return self.find("entities", name) or name

    def reason(self, reason: str) -> str:
        """One reason (``check_digit``, ``label:身份证号``) as a phrase; the reason itself where it has no words."""
        code, colon, detail = reason.partition(":")
        text = self.find("reasons", code + colon)
        return text.format(detail=detail) if text else reason

    def error(self, code: str, message: str, params: Mapping[str, object]) -> str:
        """The line for an error: the text of ``code.KIND``, of ``code.PARAMETER`` for a parameter that it has, or of ``code``.

        ``message``, which is English, where none of them can be filled.
        """
        filled = {"message": message, **params}
        if "entity" in filled:
            filled["entity"] = self.entity(str(filled["entity"]))
        if "problem" in filled:
            filled["problem"] = self.find("system", str(filled["problem"])) or filled["problem"]
        for key in (f"{code}.{params.get('kind')}", *(f"{code}.{name}" for name, value in params.items() if value), code):
            text = self.find("errors", key)
            if text is not None:
                try:
                    return text.format(**filled)
                except (KeyError, IndexError):
                    continue
        return message

    def _catalogue(self, name: str) -> Mapping[str, str]:
        if name not in self._loaded:
            self._loaded[name] = import_module(f"govredact.messages.{self.lang}.{name}").TEXTS
        return self._loaded[name]
