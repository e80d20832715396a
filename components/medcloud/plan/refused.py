"""What a plan is refused with."""

from __future__ import annotations

from medcloud.text import Finding, Place, Refusal, Text


class PlanRefused(Refusal):
    """The region file is good by itself, but no plan of it can be made; ``findings`` holds the one reason."""

    def __init__(self, path: str, message: Text, remedy: Text, item: str = "") -> None:
        """``path``: dotted keys in the region file, e.g. ``centres.c1.ipv4``."""
        super().__init__(Finding(Place(path=path), message, remedy, item))

    @classmethod
    def at(cls, *findings: Finding) -> PlanRefused:
        """Findings with their places in the region file."""
        found = cls.__new__(cls)
        Refusal.__init__(found, *findings)
        return found
