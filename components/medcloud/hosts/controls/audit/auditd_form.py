"""Records say by name who and where."""

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
    id="auditd-form",
    clauses=("8.1.4.3-b",),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="medium",
    title=Text("审计记录写明用户、主机并落盘", "Records name user and host, and are written"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: [
        _key("write_logs", word("yes")),
        _key("log_format", word("enriched")),
        _key("name_format", word("hostname", "fqd", "numeric", "user")),
    ],
)
