"""Audit rules are locked until the next boot."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import AuditOption
from medcloud.hosts.settings.condition import exactly
from medcloud.text import Text

_FILE = "/etc/audit/rules.d/99-zz-medcloud-lock.rules"

control = Control(
    id="audit-immutable",
    clauses=("8.1.4.3-d", "8.1.4.3-c", "8.1.5.2-a"),
    items=("7.2.2-a", "7.2.3.2-e", "7.1.2.1-b"),
    severity="high",
    title=Text("审计规则锁定至下次重启", "Audit rules are locked until the next boot"),
    breaks=Text("改规则须重启", "Rules change by a boot only"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: [AuditOption("-e", "enabled", exactly(2), file=_FILE, at_boot=True)],
)
