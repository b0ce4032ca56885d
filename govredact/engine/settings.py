"""Puts an engine together: policy, lists, detectors, filters and operators, from options that travel between processes."""

from __future__ import annotations

import time

from govredact import detectors, lexicon
from govredact import policy as policies
from govredact.context.scan import LinkRules, Settings
from govredact.detectors import asleep
from govredact.documents import Limits
from govredact.engine import snapshot
from govredact.engine.changes import Changes
from govredact.engine.filtering import Filters
from govredact.engine.plan import Plan
from govredact.entities import entity
from govredact.errors import PolicyError
from govredact.filters import keys
from govredact.models import NO_MODEL, Origin
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from govredact.names.model import NameModel
    from govredact.policy import Policy


class Options(NamedTuple):
    """What the caller asked for; everything else follows from it."""

    policy: Policy
    lexicons: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    allow_lists: tuple[str, ...] = ()
    baseline: str | None = None
    inline: bool = True
    strict_coverage: bool = False
    include_review: bool = False
    origin: Origin | None = None
    entities: frozenset[str] | None = None
    key: bytes | None = None
    name_model: NameModel | str = ""

    def __repr__(self) -> str:
        return f"<Options {self.policy!r}>"  # the key must not show


class Parts(NamedTuple):
    """What an engine works with; replaced as a whole by ``Engine.reload``."""

    plan: Plan
    limits: Limits
    key: bytes | None
    changes: Changes
    filters: Filters


def load_policy(policy: Policy | str | None, as_of: date | str | None) -> Policy:
    """The policy itself, or the one with that name or path; ``as_of`` overrides its date."""
    if not isinstance(policy, str | None):
        return policy if as_of is None else policy._replace(as_of=_day(as_of))
    return policies.load(policy, {"as_of": _day(as_of)} if as_of is not None else None)


def known_entities(names: Iterable[str] | None) -> frozenset[str] | None:
    """The entity types to report; UnknownEntityError for a name that is not in the registry."""
    return None if names is None else frozenset(entity(name).name for name in names)


def assemble(options: Options) -> Parts:
    """Reads lists, builds the automaton and the dispatch tables. Raises ConfigError."""
    policy = options.policy
    key = options.key or keys.load_key(policy.key_file)
    model = _model_detectors(options.name_model or policy.name_model)
    found = [*model, *asleep.detectors(), *_user_detectors((*policy.patterns, *options.patterns))]
    own = [lexicon.load(path, layer="office") for path in (*policy.lexicons, *options.lexicons)]
    anchors = sorted({anchor for detector in found for anchor in detector.anchors})
    day = today(policy)
    matcher = lexicon.Matcher.build([*lexicon.shipped(), *own], anchors, day) if own else snapshot.matcher(anchors, day)
    spam, links = _spam_in(matcher), _link_rules(policy)
    settings = Settings(int(day[:4]), day, _is_word, _gain, policy.genre, links, spam, *policy.aggregation)
    plan = Plan(found, matcher, settings, options.origin or Origin())
    return Parts(plan, _limits(policy), key, Changes(policy, key), Filters.load(policy, options.allow_lists, options.baseline, key))


def today(policy: Policy) -> str:
    """The day that the run counts from (2026-11-21): the policy's ``as_of``, else today. PolicyError for what is no date."""
    if not policy.as_of:
        return time.strftime("%Y-%m-%d")
    from datetime import date

    try:
        return date.fromisoformat(policy.as_of).isoformat()
    except ValueError:
        raise PolicyError(f"as_of: {policy.as_of!r} is not a date such as 2026-11-21", kind="not_date", file="", key="as_of") from None


def _is_word(text: str, start: int, end: int) -> bool:
    from govredact.text import tokenizer  # brings jieba, on the first keyword that asks for word boundaries

    return tokenizer.is_word(text, start, end)


def _gain(text: str, start: int, end: int, replacement: str) -> float:
    from govredact.text import tokenizer

    return tokenizer.gain(text, start, end, replacement)


def _spam_in(matcher: lexicon.Matcher) -> Callable[[str], bool]:
    def is_spam(text: str) -> bool:
        from govredact.tampering import phrases  # for pages with links to other sites

        return phrases.is_spam(text, matcher.find(text).keywords)

    return is_spam


def _link_rules(policy: Policy) -> LinkRules:
    links = policy.links
    expired = [domain for path in links.expired for domain in _domains(path)]
    refused = frozenset(domain.strip().strip(".").lower() for domain in (*links.refused, *expired))
    return LinkRules(policy.register.domains, tuple(domain.strip().lower() for domain in links.allowed), refused - {""}, links.strict)


def _domains(path: str) -> list[str]:
    """The domains in a file, one a line; ``#`` begins a comment line. PolicyError for a file that cannot be read."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            return [line.strip() for line in file if line.strip() and not line.startswith("#")]
    except (OSError, UnicodeDecodeError) as problem:
        why = getattr(problem, "strerror", None) or "not UTF-8"
        raise PolicyError(f"links.expired: {path} cannot be read ({why})", kind="unreadable", key="links.expired", file=path) from None


def _day(as_of: date | str) -> str:
    return as_of if isinstance(as_of, str) else as_of.isoformat()


def _user_detectors(paths: tuple[str, ...]) -> list[detectors.Detector]:
    if not paths:
        return []
    from govredact.detectors import user_patterns

    return [detector for path in paths for detector in user_patterns.load(path)]


def _model_detectors(model: NameModel | str) -> list[detectors.Detector]:
    """The detector of a model of names, or of the one called so; before all others, whose roles for names then hold."""
    if model == NO_MODEL:
        return []
    from govredact.detectors.optional import person_model
    from govredact.names.offered import load

    return [person_model.detector(load(model) if isinstance(model, str) else model)]


def _limits(policy: Policy) -> Limits:
    limits = policy.limits
    return Limits(limits.file_bytes, limits.unpacked_bytes, limits.ratio, limits.depth, limits.parts, limits.seconds)
