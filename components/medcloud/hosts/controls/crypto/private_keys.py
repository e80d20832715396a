"""Private keys are read by root only."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

control = Control(
    id="private-keys",
    clauses=("8.1.4.8-b", "8.1.4.10-a"),
    items=("7.2.1-b", "7.2.3.1-b"),
    severity="high",
    title=Text("私钥仅 root 可读", "Private keys are read by root only"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=("/etc/ssl/private", "/etc/ssl/private/*", "/etc/pki/tls/private/*", "/etc/medcloud/*.key"),
    settings=lambda case: [
        FileRights("/etc/ssl/private", 0o710, groups=("root", "ssl-cert")),
        FileRights("/etc/ssl/private/*", 0o640, groups=("root", "ssl-cert")),
        FileRights("/etc/pki/tls/private/*", 0o640),
        FileRights("/etc/medcloud/*.key", 0o600),
    ],
)
