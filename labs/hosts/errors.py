"""What the host lab says when it cannot go on."""

from __future__ import annotations

import re
from pathlib import Path


class HostLabError(Exception):
    """One line in Chinese and English, the remedy in it, and the log to look into."""

    def __init__(self, zh: str, en: str, log: Path | None = None) -> None:
        where = f" [{log}]" if log else ""
        super().__init__(f"{zh} / {en}{where}")


class HostEnded(HostLabError):
    """A host ended while something of it was waited for: its console's last lines say why."""

    def __init__(self, name: str, console: Path) -> None:
        en = f"the host has ended; its console's last lines:{last_lines(console)}"
        super().__init__(f"主机 {name} 已停止,其控制台最后显示", en, console)


_LINES = 12
_NOT_TEXT = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>78cM])|[^\x20-\x7e\x80-\U0010ffff]")


def last_lines(console: Path) -> str:
    """What a console showed last, each line on a line of its own and without its control sequences."""
    try:
        shown = console.read_bytes()[-8192:].decode("utf-8", "replace")
    except FileNotFoundError:
        return " -"
    lines = (_NOT_TEXT.sub("", line).rstrip() for line in shown.splitlines())
    return "".join(f"\n  | {line}" for line in [line for line in lines if line][-_LINES:]) + "\n"
