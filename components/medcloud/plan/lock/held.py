"""The lock while numbers are given out."""

from __future__ import annotations

from collections import defaultdict

from medcloud.plan.lock.concerns import sections
from medcloud.plan.lock.entries import Lock, read_tombstone, scope_of, tombstone
from medcloud.plan.lock.scope import Numbers

Scopes = dict[str, Numbers]


class Held:
    """What a lock holds, section by section; concerns change it, and a new lock comes of it."""

    def __init__(self, lock: Lock) -> None:
        self._lock = lock
        self.serial = 1 + max(lock.retired.values(), default=0)
        """When what is freed now was freed."""
        self.texts = {name: dict(lock.texts(name)) for name, s in sections().items() if s.is_good}
        """Entries that are no numbers, by section."""
        self._scopes = {name: self._read(name) for name, s in sections().items() if not s.is_good}

    def scopes(self, section: str) -> Scopes:
        """A section's numbers by scope, made on first use; their limits are the concern's to set."""
        return self._scopes[section]

    def region(self, section: str, first: int, limit: int) -> Numbers:
        """The numbers of a section that is unique in the region, from first to one below the limit."""
        numbers = self._scopes[section][""]
        numbers.first, numbers.limit = first, limit
        return numbers

    def lock(self) -> Lock:
        """The lock as it is now."""
        numbers = {
            section: {key: number for held in scopes.values() for key, number in held.held.items()}
            for section, scopes in self._scopes.items()
        }
        retired = {
            tombstone(section, scope, number): serial
            for section, scopes in self._scopes.items()
            for scope, held in scopes.items()
            for number, serial in held.resting.items()
        }
        return Lock({**self.texts, **numbers}, retired)

    def _read(self, section: str) -> Scopes:
        scopes: Scopes = defaultdict(lambda: Numbers(0, 0))
        for key, number in self._lock.section(section).items():
            scopes[scope_of(section, key)].held[key] = number
        prefix = section + "/"
        for key, serial in self._lock.retired.items():
            if key.startswith(prefix):
                _, scope, number = read_tombstone(key)
                scopes[scope].resting[number] = serial
        return scopes
