"""Homes are not open to others."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="home-rights",
    clauses=("8.1.4.2-f", "8.1.4.11-b"),
    items=("7.2.2-c", "7.2.2-a"),
    severity="medium",
    title=Text("家目录不对他人开放", "Homes are not open to others"),
    breaks=Text("从他人家目录取文件的人与网页", "People and web servers that read others' homes"),
    proof="effective",
    host_kind="namespace",
    rights=(
        "/home/*",
        "/root",
    ),
    settings=lambda case: [
        FileRights("/home/*", 0o750, users=(), groups=()),
        FileRights("/root", 0o750),
    ],
)
