"""No shell of root's waits on a console."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ServiceOff
from medcloud.text import Text

control = Control(
    id="no-debug-shell",
    clauses=("8.1.4.1-a",),
    items=("7.2.3.1-a", "6.5-c"),
    severity="high",
    title=Text(
        "控制台无免口令的 root 调试命令行", "No shell of root's without a password waits on a console"
    ),
    breaks=Text("以它排查启动故障的人", "Who finds boot failures by it"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [ServiceOff("debug-shell.service")],
)
