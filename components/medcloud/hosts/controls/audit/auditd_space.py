"""Auditing does not end for want of space."""

from medcloud.hosts.change.overlay import Action
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import KeyValue
from medcloud.hosts.settings.condition import Condition, at_least, word
from medcloud.text import Text

_COMMAND = "pkill -HUP -x auditd || true"
_RELOAD = Action(_COMMAND, _COMMAND, stage=90, must=False)


def _key(name: str, condition: Condition) -> KeyValue:
    return KeyValue("/etc/audit/auditd.conf", name, condition, after=_RELOAD)


control = Control(
    id="auditd-space",
    clauses=("8.1.4.3-c", "8.1.4.3-d"),
    items=("7.2.3.2-e", "6.5-c"),
    severity="medium",
    title=Text("审计日志满时轮转并告警，不静默停止", "Audit logs rotate and warn, and do not end in silence"),
    breaks=Text("磁盘用量", "Use of the disk"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [
        _key("max_log_file", at_least(50)),
        _key("num_logs", at_least(10)),
        _key("max_log_file_action", word("rotate", "keep_logs")),
        _key("space_left_action", word("syslog", "email", "exec")),
        _key("admin_space_left_action", word("syslog", "email", "exec", "single", "halt")),
    ],
)
