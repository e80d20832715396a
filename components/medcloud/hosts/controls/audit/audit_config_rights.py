"""Only root writes rules and settings of auditing."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="audit-config-rights",
    clauses=("8.1.4.3-c", "8.1.5.2-a"),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="medium",
    title=Text("审计配置仅 root 可写", "Only root reads and writes settings of auditing"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=("/etc/audit/auditd.conf", "/etc/audit/audit.rules", "/etc/audit/rules.d/*"),
    settings=lambda case: [
        FileRights("/etc/audit/auditd.conf", 0o640),
        FileRights("/etc/audit/audit.rules", 0o640),
        FileRights("/etc/audit/rules.d/*", 0o640),
    ],
)
