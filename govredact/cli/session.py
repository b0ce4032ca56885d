"""From options to a policy and an engine."""

from __future__ import annotations

import gc

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import SimpleNamespace
    from typing import Any

    from govredact.engine import Engine
    from govredact.policy import Policy


def policy_for(args: SimpleNamespace) -> Policy:
    """The policy that the options and the settings file ask for; options win."""
    from govredact.policy import load

    return load(args.policy, _overrides(args))


def engine_for(args: SimpleNamespace) -> Engine:
    """An engine with everything that the options name; ConfigError for what does not make sense."""
    from govredact.engine import Engine
    from govredact.models import Origin

    policy = policy_for(args)
    engine = Engine(
        policy,
        lexicons=args.lexicon,
        patterns=args.pattern,
        allow_lists=args.allow_list,
        baseline=getattr(args, "baseline", None),
        inline=policy.inline_ignores,
        strict_coverage=policy.strict_coverage,
        include_review=args.include == "review",
        as_of=args.as_of,
        origin=Origin(*(getattr(args, name, None) or "" for name in Origin._fields)),
    )
    # The lists stay until the end: the collector need not walk through them again and again.
    gc.freeze()
    gc.enable()
    return engine


def _overrides(args: SimpleNamespace) -> dict[str, Any]:
    only = [name for names in args.entity for name in names]
    return {
        "fail_on": getattr(args, "fail_on", None),
        "as_of": args.as_of.isoformat() if args.as_of else None,
        "strict_coverage": True if args.strict_coverage else None,
        "inline_ignores": False if args.no_inline else None,
        "only": only or None,
        "name_model": args.name_model,
    }
