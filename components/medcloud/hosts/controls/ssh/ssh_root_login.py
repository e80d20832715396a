"""Root does not log in over SSH with a password."""

from medcloud.hosts.control import Control
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.want import word
from medcloud.hosts.words import Text

control = Control(
    id="ssh-root-login",
    clauses=("8.1.4.2-a", "8.1.4.1-c"),
    items=("6.5-c", "7.2.2-c"),
    severity="high",
    title=Text("root 不得以口令经 SSH 登录", "Root does not log in over SSH with a password"),
    breaks=Text("以 root 口令登录的脚本与人", "Scripts and people that log in as root with a password"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        SshdOption("PermitRootLogin", word("prohibit-password", "without-password", "no"))
    ],
)
