"""What the journal has goes on to the log service."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import KeyValue, restart_journal
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_AFTER = restart_journal()
_PATH = "/etc/systemd/journald.conf"
_YES = word("yes", "true", "1", "on")

control = Control(
    id="journal-forward",
    clauses=("8.1.5.2-b", "8.1.4.3-c"),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="low",
    title=Text("系统日志转交日志服务", "The journal hands on to the log service"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    reads=(_PATH,),
    settings=lambda case: [KeyValue(_PATH, "ForwardToSyslog", _YES, "Journal", "=", after=_AFTER)],
)
