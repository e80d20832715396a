"""Audit records take the way of the other logs."""

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import KeyValue, Manual, Setting
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_PATHS = ("/etc/audit/plugins.d/syslog.conf", "/etc/audisp/plugins.d/syslog.conf")
_COMMAND = "pkill -HUP -x auditd || true"
_AFTER = Action(_COMMAND, _COMMAND, stage=90, must=False)
_NONE = Text(
    "安装 audispd-plugins，启用 syslog 插件", "install audispd-plugins and turn its syslog plugin on"
)


def _settings(case: Case) -> list[Setting]:
    there = [path for path in _PATHS if case.state.read(path) is not None]
    made: list[Setting] = [KeyValue(path, "active", word("yes"), after=_AFTER) for path in there]
    return made or [Manual(_NONE)]


control = Control(
    id="audit-to-syslog",
    clauses=("8.1.4.3-c", "8.1.5.2-b", "8.1.5.4-d"),
    items=("7.2.2-a", "7.2.3.2-e", "7.2.3.4.2-c"),
    severity="medium",
    title=Text("审计记录随日志送出", "Audit records go where the other logs go"),
    breaks=Text("日志量", "More logs"),
    proof="behaviour",
    host_kind="uml",
    reads=_PATHS,
    settings=_settings,
)
