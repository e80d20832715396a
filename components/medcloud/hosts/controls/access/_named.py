"""Who may use cron or at: only those whom a file names."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.access._absent import Absent
from medcloud.hosts.settings import FileRights, Setting, TextFile


def named(case: Case, allow: str, deny: str) -> list[Setting]:
    """`allow` is there, with root alone where it is new; `deny` is not. A control names both in its `reads`.

    Programs of the DEB family ask as their own group, which must read it; the RPM family's ask as root.
    """
    mode = 0o600 if case.known.family == "rpm" else 0o644
    if case.state.read(allow) is None:
        return [TextFile(allow, "root\n", mode), Absent(deny)]
    return [FileRights(allow, mode), Absent(deny)]
