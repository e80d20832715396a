"""Keys of the time service are not open."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="time-key-rights",
    clauses=("8.1.4.10-a", "8.1.4.8-b"),
    items=("6.5-c",),
    severity="low",
    title=Text("时间服务的密钥不对所有人开放", "Keys of the time service are not open"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=("/etc/chrony.keys", "/etc/chrony/chrony.keys"),
    settings=lambda case: [
        FileRights("/etc/chrony.keys", 0o640, groups=("root", "chrony", "_chrony")),
        FileRights("/etc/chrony/chrony.keys", 0o640, groups=("root", "chrony", "_chrony")),
    ],
)
