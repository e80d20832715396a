"""The files of accounts belong to root."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import FileRights
from medcloud.text import Text

_OPEN = ("/etc/passwd", "/etc/group", "/etc/passwd-", "/etc/group-")
_SECRET = ("/etc/shadow", "/etc/gshadow", "/etc/shadow-", "/etc/gshadow-")
_OLD = "/etc/security/opasswd"


def _settings(case: Case) -> list[FileRights]:
    """The RPM family gives hashes to nobody; programs of the DEB family read them as group shadow."""
    rpm = case.known.family == "rpm"
    mode, groups = (0, ("root",)) if rpm else (0o640, ("root", "shadow"))
    found = [FileRights(path, 0o644) for path in _OPEN]
    found += [FileRights(path, mode, groups=groups) for path in _SECRET]
    return [*found, FileRights(_OLD, 0o600)]


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
    rights=(*_OPEN, *_SECRET, _OLD),
    settings=_settings,
)
