"""What the host lab says when it cannot go on."""

from __future__ import annotations

from pathlib import Path

from labs.base.errors import LabError
from labs.base.last_lines import last_lines


class HostEnded(LabError):
    """A host ended while something of it was waited for: its console's last lines say why."""

    def __init__(self, name: str, console: Path) -> None:
        en = f"the host has ended; its console's last lines:{last_lines(console)}"
        super().__init__(f"主机 {name} 已停止,其控制台最后显示", en, console)
