"""Records reach the disk soon."""

from medcloud.hosts.change.overlay import Action
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import KeyValue
from medcloud.hosts.settings.condition import Condition, at_most, word
from medcloud.text import Text

_COMMAND = "pkill -HUP -x auditd || true"
_RELOAD = Action(_COMMAND, _COMMAND, stage=90, must=False)


def _key(name: str, condition: Condition) -> KeyValue:
    return KeyValue("/etc/audit/auditd.conf", name, condition, after=_RELOAD)


control = Control(
    id="auditd-flush",
    clauses=("8.1.4.3-c",),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="low",
    title=Text("审计记录及时落盘", "Records reach the disk soon"),
    breaks=Text("磁盘读写", "Disk traffic"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [
        _key("flush", word("incremental_async", "incremental", "data", "sync")),
        _key("freq", at_most(100, zero_is_off=True, write=50)),
    ],
)
