"""The files of accounts belong to root."""

from medcloud.hosts.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.hosts.words import Text

_OPEN = ("/etc/passwd", "/etc/group", "/etc/passwd-", "/etc/group-")
_SECRET = ("/etc/shadow", "/etc/gshadow", "/etc/shadow-", "/etc/gshadow-", "/etc/security/opasswd")

control = Control(
    id="account-files",
    clauses=("8.1.4.2-f", "8.1.4.7-b"),
    items=("7.2.2-c", "7.2.3.1-a"),
    severity="critical",
    title=Text(
        "账户文件属 root，他人不可写、不可读散列",
        "Account files are root's; others write none and read no hash",
    ),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    rights=(*_OPEN, *_SECRET),
    settings=lambda case: [
        *(FileRights(path, 0o644) for path in _OPEN),
        *(FileRights(path, 0o640, groups=("root", "shadow")) for path in _SECRET),
    ],
)
