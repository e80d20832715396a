"""Nobody replaces the tools of auditing."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="audit-tool-rights",
    clauses=("8.1.4.3-d", "8.1.4.3-c"),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="medium",
    title=Text("审计工具不可被替换", "Nobody replaces the tools of auditing"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/usr/sbin/auditctl",
        "/usr/sbin/auditd",
        "/usr/sbin/augenrules",
        "/usr/sbin/aureport",
        "/usr/sbin/ausearch",
    ),
    settings=lambda case: [
        FileRights("/usr/sbin/auditctl", 0o755),
        FileRights("/usr/sbin/auditd", 0o755),
        FileRights("/usr/sbin/augenrules", 0o755),
        FileRights("/usr/sbin/aureport", 0o755),
        FileRights("/usr/sbin/ausearch", 0o755),
    ],
)
