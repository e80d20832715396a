"""No file of the user runs at login before the shell."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-user-rc",
    clauses=("8.1.4.2-d",),
    items=("7.2.2-c",),
    severity="low",
    title=Text("登录时不执行用户的 ~/.ssh/rc", "No ~/.ssh/rc runs at login"),
    breaks=Text("用 ~/.ssh/rc 的人", "Who uses ~/.ssh/rc"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("PermitUserRC", word("no"))],
)
