"""Files fetched and put over SFTP are logged."""

from dataclasses import dataclass
from itertools import pairwise

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import Condition
from medcloud.text import Text

_LOGS = "-f AUTHPRIV -l INFO"


@dataclass(frozen=True)
class _Logged(Condition):
    """The server of files that is there, with its log turned on."""

    now: str

    def holds(self, value: str | None) -> bool:
        """Whether each file that is read or written is logged."""
        words = (value or "").split()
        return any(pair in (("-l", "INFO"), ("-l", "VERBOSE")) for pair in pairwise(words))

    @property
    def write(self) -> str:
        """The same server."""
        return " ".join((*self.now.split()[:2], _LOGS))

    def __str__(self) -> str:
        return _LOGS


def _settings(case: Case) -> list[SshdOption]:
    found = case.state.sshd.get("subsystem", ())
    return [SshdOption("Subsystem", _Logged(found[0] if found else ""))]


control = Control(
    id="ssh-sftp-log",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.2-a", "7.2.3.4.2-c"),
    severity="medium",
    title=Text("SFTP 存取的文件均有记录", "Files fetched and put over SFTP are logged"),
    breaks=Text("日志增加", "More lines of log"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
