"""Whoever touches the logs is recorded."""

from medcloud.hosts.controls.audit._rules import PEOPLE
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import AuditRule
from medcloud.text import Text

control = Control(
    id="audit-logs",
    clauses=("8.1.4.3-c", "8.1.4.3-a"),
    items=("7.2.2-a", "7.2.3.4.2-c", "7.2.3.2-e"),
    severity="high",
    title=Text("人员触碰审计日志被审计", "People who touch the audit logs are recorded"),
    breaks=Text("-", "-"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: [
        AuditRule(f"-a always,exit -F dir=/var/log/audit -F perm=rwa {PEOPLE} -k audit-log")
    ],
)
