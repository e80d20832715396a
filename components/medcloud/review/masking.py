"""Leaving out of foreign texts what may be a secret: by shape and entropy, whole lines at a time."""

from __future__ import annotations

from medcloud.text import Text
from medcloud_policies.reading.scan import secrets

_HIDDEN = Text("[此行可能含机密，未显示]", "[this line may hold a secret and is not shown]")
HIDDEN = _HIDDEN.say("both")
"""In both languages whatever is spoken: it stands in texts that are kept."""
_LONGEST = 2000  # characters of one line that are looked at and shown
_MOST = 40  # lines


def masked(text: str) -> str:
    """The text with each line hidden that may hold a secret, cut to what a report has room for."""
    if "PRIVATE KEY" in text:
        return HIDDEN
    lines = [HIDDEN if secrets(line) else line for line in (row[:_LONGEST] for row in text.splitlines())]
    more = [f"… (+{len(lines) - _MOST})"] if len(lines) > _MOST else []
    return "\n".join(lines[:_MOST] + more).strip()
