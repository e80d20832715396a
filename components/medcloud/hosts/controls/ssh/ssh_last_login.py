"""Who logs in is told of the login before."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="ssh-last-login",
    clauses=("8.1.4.3-a", "8.1.5.4-f"),
    items=("7.2.3.2-e",),
    severity="low",
    title=Text("登录时显示上次登录", "Who logs in is shown the login before"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [SshdOption("PrintLastLog", word("yes"))],
)
