"""Low space is warned of in time."""

from medcloud.hosts.change.overlay import Action
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import KeyValue
from medcloud.hosts.settings.condition import Condition, at_least
from medcloud.text import Text

_COMMAND = "pkill -HUP -x auditd || true"
_RELOAD = Action(_COMMAND, _COMMAND, stage=90, must=False)


def _key(name: str, condition: Condition) -> KeyValue:
    return KeyValue("/etc/audit/auditd.conf", name, condition, after=_RELOAD)


control = Control(
    id="auditd-warning",
    clauses=("8.1.4.3-c", "8.1.5.4-f"),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="low",
    title=Text("空间不足提前告警", "Low space is warned of in time"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [
        _key("space_left", at_least(75)),
        _key("admin_space_left", at_least(50)),
    ],
)
