"""What a concern of the plan says about the numbers that it keeps in the lock file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medcloud.model import Region
    from medcloud.plan.lock.entries import Lock
    from medcloud.plan.lock.held import Held


@dataclass(frozen=True)
class Section:
    """One kind of entry: ``key: number``, unless ``is_good`` reads another value."""

    name: str
    """Its heading in the file: lower-case letters, digits, ``_`` and ``-``."""
    key_parts: int
    """How many parts a key has, e.g. 3 for ``centre/tenant/domain``."""
    scope_parts: int = 0
    """How many of them, from the first, name the scope in which a number is unique; 0 for the region."""
    named: tuple[str, ...] = ()
    """Of which section of the region file each part of a key is an identifier; empty for other parts."""
    founding: bool = False
    """Whether it has been in every lock file since the first, so that one without it is cut short."""
    is_good: Callable[[str, str], bool] | None = None
    """For values that are no numbers: whether a key and its value make sense."""

    def scope_of(self, key: str) -> str:
        """The scope of a key: ``""`` for the region, or e.g. ``centre`` or ``centre/tenant/domain``."""
        return "/".join(key.split("/")[: self.scope_parts])


def _nothing_clashes(_ours: Lock, _theirs: Lock) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True)
class Concern:
    """What ``CONCERN`` in ``medcloud.plan.<concern>.numbers`` holds; it is found by walking."""

    sections: tuple[Section, ...]
    """In the order of the file."""
    allocate: Callable[[Region, Held], None]
    """Frees what the region needs no longer and numbers what is new; PlanRefused when there is no room."""
    clashes: Callable[[Lock, Lock], frozenset[str]] = _nothing_clashes
    """Entries of the second lock, ``section/key``, that cannot stand beside the first.

    Two owners of one number are found without it.
    """
