"""Changes of auditing and logging are audited."""

from medcloud.hosts.controls.audit._rules import watch
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_PATHS = (
    "/etc/audit",
    "/etc/libaudit.conf",
    "/etc/rsyslog.conf",
    "/etc/rsyslog.d",
    "/etc/logrotate.conf",
    "/etc/logrotate.d",
    "/etc/systemd/journald.conf",
)

control = Control(
    id="audit-log-settings",
    clauses=("8.1.4.3-a", "8.1.4.3-c", "8.1.5.2-a"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="high",
    title=Text("审计与日志配置变更被审计", "Changes of auditing and logging are audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    rights=_PATHS,
    settings=lambda case: watch(case, _PATHS, "audit-config"),
)
