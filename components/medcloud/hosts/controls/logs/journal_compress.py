"""The journal is packed, so that half a year fits."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import KeyValue, restart_journal
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_AFTER = restart_journal()
_PATH = "/etc/systemd/journald.conf"
_YES = word("yes", "true", "1", "on")

control = Control(
    id="journal-compress",
    clauses=("8.1.5.4-d",),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="low",
    title=Text("系统日志压缩存放", "The journal is packed"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    reads=(_PATH,),
    settings=lambda case: [KeyValue(_PATH, "Compress", _YES, "Journal", "=", after=_AFTER)],
)
