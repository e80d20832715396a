"""Everything that decides an item, found in the code."""

from __future__ import annotations

from functools import cache

from medcloud.matrix.controls import controls
from medcloud.matrix.decider import Decider
from medcloud.matrix.limits import limits
from medcloud.matrix.marked import marked
from medcloud.matrix.rules import rules


@cache
def deciders() -> tuple[Decider, ...]:
    """All of them; ValueError when two have one key, for a proof must belong to one."""
    found: dict[str, Decider] = {}
    for decider in (*rules(), *limits(), *marked(), *controls()):
        if decider.key in found:
            raise ValueError(f"two deciders are called {decider.key}")
        found[decider.key] = decider
    return tuple(found.values())
