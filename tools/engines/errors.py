"""What goes wrong while engines are obtained, in one line and two languages."""

from __future__ import annotations

from medcloud.text import Refusal, Text


class EngineError(Refusal):
    """An engine cannot be obtained or used; the message says why and what mends it."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(Text(zh, en))
        self.zh, self.en = zh, en
