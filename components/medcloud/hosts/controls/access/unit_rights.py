"""Only root says what services run."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="unit-rights",
    clauses=("8.1.4.2-f", "8.1.4.5-a"),
    items=("7.2.2-c", "6.5-c"),
    severity="high",
    title=Text("服务单元只有 root 可改", "Only root says what services run"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/etc/systemd/system/*",
        "/etc/systemd/*.conf",
        "/etc/rc.local",
        "/etc/init.d/*",
    ),
    settings=lambda case: [
        FileRights("/etc/systemd/system/*", 0o755),
        FileRights("/etc/systemd/*.conf", 0o644),
        FileRights("/etc/rc.local", 0o755),
        FileRights("/etc/init.d/*", 0o755),
    ],
)
