"""Tries for names that do not exist are logged."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PamOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="lockout-trail",
    clauses=("8.1.4.3-a", "8.1.4.4-f"),
    items=("7.2.3.2-e", "7.2.3.4.2-c"),
    severity="low",
    title=Text("对不存在账户的尝试也有记录", "Tries for accounts that do not exist are logged by name"),
    breaks=Text(
        "把口令打在账户名处的人，其口令会入日志", "Whoever types a password for a name has it in the log"
    ),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        PamOption("auth", "pam_faillock.so", "audit", word("yes"), "/etc/security/faillock.conf", flag=True)
    ],
)
