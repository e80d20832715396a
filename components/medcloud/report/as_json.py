"""JSON for programs: a document names its format first, has keys in snake_case, and is written in one way.

Texts are in both languages whatever is spoken.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TextIO


def document(format_: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """The content with its format, e.g. ``medcloud-review/1``; a change of meaning makes it ``/2``."""
    return {"format": format_, **content}


def text(value: object) -> str:
    """As text, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def write(value: object, stream: TextIO) -> None:
    """The same as it comes, never whole in memory."""
    json.dump(value, stream, ensure_ascii=False, indent=1)
    stream.write("\n")
