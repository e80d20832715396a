"""What the lab says when it cannot go on."""

from pathlib import Path


class LabError(Exception):
    """One line in Chinese and English, the remedy in it, and the log to look into."""

    def __init__(self, zh: str, en: str, log: Path | None = None) -> None:
        where = f" [{log}]" if log else ""
        super().__init__(f"{zh} / {en}{where}")
