"""The mark of code that decides a clause item: data beside the code, so that prose stays free."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T", bound=Callable[..., object])


def decides(*items: str) -> Callable[[T], T]:
    """Mark a function or class as what decides these items, e.g. ``@decides("7.3.2.4-a")``.

    It changes nothing. ``medcloud coverage`` finds the mark, and ``make prove`` switches off what bears it:
    the function, or the methods of the class, with those functions of the same module that they use and that
    bear no mark of their own. The ids are written out, so that a search for one finds its code; a test
    refuses an id that the catalogue lacks.
    """

    def mark(decider: T) -> T:
        return decider

    return mark
