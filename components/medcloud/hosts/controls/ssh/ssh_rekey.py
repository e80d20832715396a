"""Keys of a connection are made anew in time."""

from dataclasses import dataclass

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import Condition
from medcloud.text import Text

_BYTES, _SECONDS = 2**30, 3600


@dataclass(frozen=True)
class _Rekey(Condition):
    """Bytes and seconds after which keys are made anew; sshd -T prints plain figures, 0 for its default."""

    def holds(self, value: str | None) -> bool:
        """Both set, and neither more than wanted."""
        figures = [int(part) for part in (value or "").split() if part.isdigit()]
        return len(figures) == 2 and 0 < figures[0] <= _BYTES and 0 < figures[1] <= _SECONDS

    @property
    def write(self) -> str:
        """As sshd reads it."""
        return f"{_BYTES} {_SECONDS}"

    def __str__(self) -> str:
        return f"≤{self.write}"


control = Control(
    id="ssh-rekey",
    clauses=("8.1.4.8-a", "8.1.4.7-a"),
    items=("7.2.1-b",),
    severity="low",
    title=Text("SSH 会话密钥定量定时更换", "Keys of a session are made anew in time"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("RekeyLimit", _Rekey())],
)
