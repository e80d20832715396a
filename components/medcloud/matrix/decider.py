"""What decides an item: something in the code that can be switched off, so that a test should notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["rule", "constraint", "derivation", "component", "computation", "control"]


@dataclass(frozen=True)
class Decider:
    """One such thing."""

    key: str
    """Unique and steady, e.g. ``rule volume-encrypted``; the name under which a proof is kept."""
    kind: Kind
    items: tuple[str, ...]
    """The items that it says it is for."""
    module: str
    symbol: str
    """Qualified name in the module: a function, a class, ``Pool.cores`` for a field; empty: the module."""
    file: str
    line: int
