"""What people run as root is audited."""

from medcloud.hosts.controls.audit._rules import PEOPLE, calls
from medcloud.hosts.controls.control import Control
from medcloud.text import Text

_CALLS = ("execve",)

control = Control(
    id="audit-root-commands",
    clauses=("8.1.4.3-a", "8.1.4.2-d", "8.1.5.1-a"),
    items=("7.2.2-c", "7.2.3.2-d", "7.2.2-a"),
    severity="high",
    title=Text("以 root 身份执行的命令被审计", "What people run as root is audited"),
    breaks=Text("日志量", "More logs"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: calls(case, _CALLS, f"-F euid=0 {PEOPLE}", "root-command", wide=True),
)
