"""Host keys are root's alone."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="ssh-host-key-rights",
    clauses=("8.1.4.7-b", "8.1.4.2-f"),
    items=("7.2.1-b", "7.2.2-c"),
    severity="critical",
    title=Text(
        "主机私钥只有 root 可读，公钥不可改", "Host keys are root's alone, public ones not changed by others"
    ),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=("/etc/ssh/ssh_host_*_key", "/etc/ssh/ssh_host_*_key.pub"),
    settings=lambda case: [
        FileRights("/etc/ssh/ssh_host_*_key", 0o640, groups=("root", "ssh_keys")),
        FileRights("/etc/ssh/ssh_host_*_key.pub", 0o644),
    ],
)
