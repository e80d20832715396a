"""Nobody else writes who logged in, or reads what was typed for a name."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="login-records",
    clauses=("8.1.4.3-c", "8.1.4.2-f"),
    items=("7.2.3.2-e", "7.2.3.4.2-c"),
    severity="medium",
    title=Text(
        "登录记录他人不可写，失败记录不可读",
        "Records of logins are not written by others, failed ones not read",
    ),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/var/log/wtmp",
        "/var/log/lastlog",
        "/var/log/btmp",
        "/var/log/faillog",
        "/var/log/sudo.log",
    ),
    settings=lambda case: [
        FileRights("/var/log/wtmp", 0o664, groups=("root", "utmp")),
        FileRights("/var/log/lastlog", 0o664, groups=("root", "utmp")),
        FileRights("/var/log/btmp", 0o660, groups=("root", "utmp")),
        FileRights("/var/log/faillog", 0o660, groups=("root", "utmp")),
        FileRights("/var/log/sudo.log", 0o600),
    ],
)
