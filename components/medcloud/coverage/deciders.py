"""Everything that decides an item, found in the code."""

from __future__ import annotations

from functools import cache

from .controls import controls
from .decider import Decider
from .derivations import derivations
from .limits import limits
from .refusals import refusals
from .rules import rules


@cache
def deciders() -> tuple[Decider, ...]:
    """All of them; ValueError when two have one key, for a proof must belong to one."""
    found: dict[str, Decider] = {}
    for decider in (*rules(), *limits(), *refusals(), *derivations(), *controls()):
        if decider.key in found:
            raise ValueError(f"two deciders are called {decider.key}")
        found[decider.key] = decider
    return tuple(found.values())
