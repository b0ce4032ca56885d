"""Every error that govredact raises, and the exit code each one stands for.

GovRedactError
├─ UsageError (2)        would overwrite an input, bad option
├─ ConfigError (2)       PolicyError · LexiconError · PatternError · BaselineError · UnknownEntityError
├─ DocumentError (3)     NotFoundError · UnsupportedFormatError · EncryptedDocumentError · CorruptDocumentError
│                        EncodingError · LimitExceededError · AccessError
├─ MaskingError (4)      SpanConflictError · ResidueError · BlockedDocumentError · MaskingUnsupportedError
└─ PluginError (3)

A message says what, where and what to do, and never holds the sensitive value. It is English; people see the text that
``messages`` gives for ``code`` and ``params``.
"""

from __future__ import annotations


class GovRedactError(Exception):
    """Base of all errors raised on purpose.

    ``code`` names the kind for machines (report ``error.code``), ``exit_code`` is the process's, ``params`` fill the
    translated message (a path, a line number, an option; never a value that was found).
    """

    code = "error"
    exit_code = 2

    def __init__(self, message: str, **params: object) -> None:
        super().__init__(message)
        self.message = message
        self.params = params

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders with --jobs; keyword arguments must travel too.
        return (_rebuild, (type(self), self.message, self.params))


def _rebuild(kind: type[GovRedactError], message: str, params: dict[str, object]) -> GovRedactError:
    return kind(message, **params)


class UsageError(GovRedactError):
    """A command that cannot be carried out as given, such as an output that would overwrite an input."""

    code = "usage"


class ConfigError(GovRedactError):
    """A settings file, a list or an option value that does not make sense."""

    code = "config"


class PolicyError(ConfigError):
    """A policy with an unknown key, a wrong type, or a mask weaker than 5,000 candidates."""

    code = "policy"


class LexiconError(ConfigError):
    """A lexicon file that cannot be read; carries file and line."""

    code = "lexicon"


class PatternError(ConfigError):
    """A user pattern that does not compile or fails its own examples."""

    code = "pattern"


class BaselineError(ConfigError):
    """A baseline that is damaged or was made with a key that is missing."""

    code = "baseline"


class UnknownEntityError(ConfigError):
    """An entity name that is not in the registry; the message suggests the nearest one."""

    code = "unknown_entity"


class DocumentError(GovRedactError):
    """A document that could not be read; the file's status is ``unreadable``."""

    code = "unreadable"
    exit_code = 3


class NotFoundError(DocumentError):
    """A path that was named and does not exist."""

    code = "not_found"


class AccessError(DocumentError):
    """A file that exists and cannot be opened (permission, folder loop, device)."""

    code = "access"


class UnsupportedFormatError(DocumentError):
    """A binary format for which there is no reader."""

    code = "unsupported_format"


class EncryptedDocumentError(DocumentError):
    """A document behind a password."""

    code = "encrypted"


class CorruptDocumentError(DocumentError):
    """A document that is damaged or not what its name says."""

    code = "corrupt"


class EncodingError(DocumentError):
    """Text whose encoding is not one of those that are understood."""

    code = "encoding"


class LimitExceededError(DocumentError):
    """A document beyond a limit of the policy (size, ratio, depth, parts, time)."""

    code = "limit_exceeded"


class MaskingError(GovRedactError):
    """A masked copy that could not be made or proved; nothing is left behind."""

    code = "masking"
    exit_code = 4


class SpanConflictError(MaskingError):
    """Two edits that change the same characters."""

    code = "span_conflict"


class ResidueError(MaskingError):
    """A masked value that is still in the written bytes."""

    code = "residue"


class BlockedDocumentError(MaskingError):
    """A document that carries a secrecy mark and must not be published, masked or not."""

    code = "blocked"


class MaskingUnsupportedError(MaskingError):
    """A format that can be scanned and not yet be masked."""

    code = "masking_unsupported"


class PluginError(GovRedactError):
    """A detector or reader that failed in a way it should not; the file counts as unreadable."""

    code = "plugin"
    exit_code = 3
