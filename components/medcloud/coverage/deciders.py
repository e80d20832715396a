"""Everything that decides an item, found in the code."""

from __future__ import annotations

from functools import cache

from medcloud.coverage.controls import controls
from medcloud.coverage.decider import Decider
from medcloud.coverage.derivations import derivations
from medcloud.coverage.limits import limits
from medcloud.coverage.refusals import refusals
from medcloud.coverage.rules import rules


@cache
def deciders() -> tuple[Decider, ...]:
    """All of them; ValueError when two have one key, for a proof must belong to one."""
    found: dict[str, Decider] = {}
    for decider in (*rules(), *limits(), *refusals(), *derivations(), *controls()):
        if decider.key in found:
            raise ValueError(f"two deciders are called {decider.key}")
        found[decider.key] = decider
    return tuple(found.values())
