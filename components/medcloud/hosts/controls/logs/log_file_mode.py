"""New logs are not open to everyone."""

from medcloud.hosts.change.overlay import Action
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import KeyValue
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_COMMAND = "systemctl try-restart rsyslog.service"
_AFTER = Action(_COMMAND, _COMMAND, stage=90, must=False)
_MODES = word("0640", "0600", "0440", "0400", "640", "600")

control = Control(
    id="log-file-mode",
    clauses=("8.1.4.3-c",),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="medium",
    title=Text("新日志文件不对所有人开放", "New logs are not open to everyone"),
    breaks=Text("以普通用户读日志的程序", "Programs that read logs as an ordinary user"),
    proof="effective",
    host_kind="namespace",
    reads=("/etc/rsyslog.conf",),
    settings=lambda case: [KeyValue("/etc/rsyslog.conf", "$FileCreateMode", _MODES, sign=" ", after=_AFTER)],
)
