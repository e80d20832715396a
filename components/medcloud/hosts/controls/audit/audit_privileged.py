"""Each use of a program with setuid or setgid is audited."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.audit._rules import PEOPLE
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import AuditRule
from medcloud.text import Text


def _settings(case: Case) -> list[AuditRule]:
    paths = sorted({hit.path for hit in case.state.scan if hit.why == "setid"})
    return [
        AuditRule(f"-a always,exit -F path={path} -F perm=x {PEOPLE} -k privileged")
        for path in paths
        if " " not in path
    ]


control = Control(
    id="audit-privileged",
    clauses=("8.1.4.3-a", "8.1.4.2-d"),
    items=("7.2.2-c", "7.2.2-a"),
    severity="high",
    title=Text("特权程序的使用被审计", "Use of programs with setuid or setgid is audited"),
    breaks=Text("日志量", "More logs"),
    proof="behaviour",
    host_kind="uml",
    settings=_settings,
)
