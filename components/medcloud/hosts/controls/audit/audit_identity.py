"""Changes of accounts are audited."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import AuditRule
from medcloud.text import Text

_PATHS = ("/etc/passwd", "/etc/group", "/etc/shadow", "/etc/gshadow", "/etc/security/opasswd", "/etc/sudoers")

control = Control(
    id="audit-identity",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.3.2-e", "7.2.3.4.2-c", "6.5-c"),
    severity="high",
    title=Text("账户变更均被审计", "Changes of accounts are audited"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: [AuditRule(f"-w {path} -p wa -k identity") for path in _PATHS],
)
