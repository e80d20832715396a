"""Text of a file as it may be shown: no control characters, not too long."""

from __future__ import annotations

import unicodedata

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def hidden(text: str) -> str:
    """The characters of a text that cannot be seen: controls, direction overrides, surrogates."""
    return "".join(char for char in text if unicodedata.category(char) in _HIDDEN)


def shown(value: object, limit: int = 60) -> str:
    """A value in one short line; what cannot be seen is written as an escape."""
    text = value if isinstance(value, str) else _plain(value)
    text = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(char.encode("unicode_escape").decode() if hidden(char) else char for char in text)


def _plain(value: object) -> str:
    names = {True: "true", False: "false", None: "null"}
    if value is None or isinstance(value, bool):
        return names[value]
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    return str(value)
