"""JSON for programs: every document names its format first, and is written in one way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def document(format_: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """The content with its format, e.g. ``medcloud-review/1``; a change of meaning makes it ``/2``."""
    return {"format": format_, **content}


def text(value: object) -> str:
    """As text, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
