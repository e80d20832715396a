"""What somebody may have meant who named something that is not there."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from medcloud.text.printable import shown

_SEARCHED, _NAMED = 200, 8


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like it; None when none is."""
    found = get_close_matches(name, [*known][:_SEARCHED], n=1)
    return found[0] if found else None


def few(known: Iterable[str]) -> str:
    """The first known names in a row; a dash when there are none."""
    named = [*known]
    return ", ".join(map(shown, named[:_NAMED])) + (" …" if len(named) > _NAMED else "") if named else "-"
