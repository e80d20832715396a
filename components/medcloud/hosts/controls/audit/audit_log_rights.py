"""Only root and the auditors read the records."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="audit-log-rights",
    clauses=("8.1.4.3-c", "8.1.5.2-a"),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="high",
    title=Text("审计日志仅 root 与审计员可读", "Only root and the auditors read the records"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=("/var/log/audit", "/var/log/audit/*"),
    settings=lambda case: [
        FileRights("/var/log/audit", 0o750, groups=("root", "adm", "audit")),
        FileRights("/var/log/audit/*", 0o640, groups=("root", "adm", "audit")),
    ],
)
