"""Lost records are reported."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import AuditOption
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

control = Control(
    id="audit-failure",
    clauses=("8.1.4.3-d", "8.1.4.3-c"),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="low",
    title=Text("审计失败时告警", "The kernel tells of lost records"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [AuditOption("-f", "failure", at_least(1))],
)
