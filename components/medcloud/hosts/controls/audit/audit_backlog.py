"""No record is lost in a rush."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import AuditOption
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

control = Control(
    id="audit-backlog",
    clauses=("8.1.4.3-a", "8.1.4.3-d"),
    items=("7.2.2-a", "7.2.3.2-e", "7.1.2.1-b"),
    severity="medium",
    title=Text("审计缓冲足够，突发时不丢记录", "The audit backlog holds a rush of records"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [AuditOption("-b", "backlog_limit", at_least(8192))],
)
