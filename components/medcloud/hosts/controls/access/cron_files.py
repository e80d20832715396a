"""Nobody else writes what cron runs as root."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="cron-files",
    clauses=("8.1.4.2-f", "8.1.4.5-a"),
    items=("7.2.2-c", "6.5-c"),
    severity="high",
    title=Text("cron 以 root 运行的脚本他人不可写", "Nobody else writes the scripts that cron runs as root"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/etc/cron.d/*",
        "/etc/cron.hourly/*",
        "/etc/cron.daily/*",
        "/etc/cron.weekly/*",
        "/etc/cron.monthly/*",
        "/etc/anacrontab",
    ),
    settings=lambda case: [
        FileRights("/etc/cron.d/*", 0o644),
        FileRights("/etc/cron.hourly/*", 0o755),
        FileRights("/etc/cron.daily/*", 0o755),
        FileRights("/etc/cron.weekly/*", 0o755),
        FileRights("/etc/cron.monthly/*", 0o755),
        FileRights("/etc/anacrontab", 0o600),
    ],
)
