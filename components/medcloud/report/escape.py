"""Text of others inside Markdown: shown as it is, never as markup, links or mentions."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_\[\]|~])")
_LONGEST = 600  # characters of one cell


def cell(text: str) -> str:
    """Text for a cell of a table or an entry of a list."""
    short = text if len(text) <= _LONGEST else text[:_LONGEST] + " …"
    plain = short.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
    plain = plain.replace("#", "&#35;") if plain.lstrip().startswith("#") else plain
    return _SPECIAL.sub(r"\\\1", plain).replace("\r", "").replace("\n", "<br>")


def code(text: str) -> str:
    """Text as code, on one line."""
    plain = " ".join(text.replace("`", "'").replace("|", "¦").split())
    return f"`{plain[:_LONGEST]}`" if plain else "-"
