"""The numbers of one scope: which are held, which rest, which comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

REST = 16
"""Freed numbers that rest before the oldest is given out again, where a scope could still grow instead."""


def _always(_: int) -> bool:
    return True


@dataclass
class Numbers:
    """Gives out fresh numbers first, the longest freed ones last."""

    first: int
    limit: int
    """One past the last number."""
    usable: Callable[[int], bool] = _always
    held: dict[str, int] = field(default_factory=dict)
    resting: dict[int, int] = field(default_factory=dict)
    """Freed number to when it was freed."""
    _next: int | None = None
    _taken: set[int] = field(default_factory=set)
    _queue: list[int] | None = None

    def free(self, wanted: set[str], serial: int) -> None:
        """Frees what is held by keys that are wanted no longer."""
        for key in [key for key in self.held if key not in wanted]:
            self.resting[self.held.pop(key)] = serial

    def fresh(self, key: str) -> bool:
        """Gives the key a number that nothing ever had; False when none is left."""
        if self._next is None:
            self._next = self.first
            self._taken = set(self.held.values())
        while self._next < self.limit:
            number = self._next
            if number not in self._taken and number not in self.resting and self.usable(number):
                self._give(key, number)
                return True
            self._next += 1
        return False

    def rested(self, key: str, more_than: int = 0) -> bool:
        """Gives the key the number that was freed first, if more than so many rest; False when not."""
        if len(self.resting) <= more_than:
            return False
        if self._queue is None:
            self._queue = sorted(self.resting, key=lambda n: (self.resting[n], n), reverse=True)
        for position in range(len(self._queue) - 1, -1, -1):
            number = self._queue[position]
            if self.first <= number < self.limit and self.usable(number):
                del self._queue[position]
                del self.resting[number]
                self._give(key, number)
                return True
        return False

    def _give(self, key: str, number: int) -> None:
        self.held[key] = number
        self._taken.add(number)
