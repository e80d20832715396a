"""What a signed document is refused with."""

from __future__ import annotations

from medcloud.text import Finding, Place, Refusal, Text


class Refused(Refusal):
    """A document, signature or chain that cannot be relied on; ``findings`` says all that is wrong."""


def refuse(place: Place, message: Text, remedy: Text, *, item: str = "") -> Refused:
    """The refusal for one thing that is wrong."""
    return Refused(Finding(place, message, remedy, item))
