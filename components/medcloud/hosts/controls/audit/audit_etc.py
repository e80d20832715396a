"""Whatever people create or change in /etc is audited."""

from medcloud.hosts.controls.audit._rules import PEOPLE
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import AuditRule
from medcloud.text import Text

control = Control(
    id="audit-etc",
    clauses=("8.1.4.3-a", "8.1.4.3-b"),
    items=("7.2.2-a", "7.1.2.1-b", "6.5-c"),
    severity="medium",
    title=Text("人员在 /etc 新建、修改文件被审计", "What people create or change in /etc is audited"),
    breaks=Text("日志量", "More logs"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: [AuditRule(f"-a always,exit -F dir=/etc -F perm=wa {PEOPLE} -k etc", wide=True)],
)
