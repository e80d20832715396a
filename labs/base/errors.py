"""What a lab says when it cannot go on."""

from __future__ import annotations

from pathlib import Path

from medcloud.text import Refusal, Text


class LabError(Refusal):
    """One line in Chinese and English, the remedy in it, and the log to look into."""

    def __init__(self, zh: str, en: str, log: Path | None = None) -> None:
        where = f" [{log}]" if log else ""
        super().__init__(Text(f"{zh}{where}", f"{en}{where}"))
