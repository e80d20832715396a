"""A full or broken disk is told of, not passed over."""

from medcloud.hosts.change.overlay import Action
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import KeyValue
from medcloud.hosts.settings.condition import Condition, word
from medcloud.text import Text

_COMMAND = "pkill -HUP -x auditd || true"
_RELOAD = Action(_COMMAND, _COMMAND, stage=90, must=False)


def _key(name: str, condition: Condition) -> KeyValue:
    return KeyValue("/etc/audit/auditd.conf", name, condition, after=_RELOAD)


control = Control(
    id="auditd-disk-full",
    clauses=("8.1.4.3-d", "8.1.4.3-c"),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="medium",
    title=Text("磁盘满或出错时告警或停机", "A full or broken disk is told of"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [
        _key("disk_full_action", word("syslog", "exec", "single", "halt")),
        _key("disk_error_action", word("syslog", "exec", "single", "halt")),
    ],
)
