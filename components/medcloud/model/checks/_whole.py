"""The mark of a check that can speak only where no part of some sections is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T", bound=Callable[..., object])

_SECTIONS = "needs_whole"


def needs_whole(*sections: str) -> Callable[[T], T]:
    """Mark a check: it is left out when a part of one of these sections could not be read."""

    def mark(check: T) -> T:
        setattr(check, _SECTIONS, frozenset(sections))
        return check

    return mark


def sections_of(check: Callable[..., object]) -> frozenset[str]:
    """The sections that a check needs whole; most need none."""
    found: frozenset[str] = getattr(check, _SECTIONS, frozenset())
    return found
