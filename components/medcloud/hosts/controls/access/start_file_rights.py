"""Nobody else writes what each shell runs."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="start-file-rights",
    clauses=("8.1.4.2-f", "8.1.4.5-a"),
    items=("7.2.2-c", "6.5-c"),
    severity="high",
    title=Text("命令行启动文件他人不可写", "Nobody else writes what each shell runs at its start"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/etc/profile",
        "/etc/bashrc",
        "/etc/bash.bashrc",
        "/etc/environment",
        "/etc/profile.d/*",
        "/etc/skel/.*",
    ),
    settings=lambda case: [
        FileRights("/etc/profile", 0o644),
        FileRights("/etc/bashrc", 0o644),
        FileRights("/etc/bash.bashrc", 0o644),
        FileRights("/etc/environment", 0o644),
        FileRights("/etc/profile.d/*", 0o755),
        FileRights("/etc/skel/.*", 0o755),
    ],
)
