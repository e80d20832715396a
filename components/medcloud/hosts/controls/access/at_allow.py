"""Only named people use at."""

from medcloud.hosts.control import Case, Control
from medcloud.hosts.settings import FileRights, NotHere, Setting, TextFile
from medcloud.hosts.words import Text

from ._absent import Absent

_PATH = "/etc/at.allow"
_DENY = "/etc/at.deny"
_PACKAGES = ("at",)
_NONE = Text("未安装 at", "no at here")


def _mode(case: Case) -> int:
    """Programs of the DEB family ask as their own group, which must read it; the RPM family's ask as root."""
    return 0o600 if case.known.family == "rpm" else 0o644


def _settings(case: Case) -> list[Setting]:
    if not any(name in case.state.packages for name in _PACKAGES):
        return [NotHere(_NONE)]
    if case.state.read(_PATH) is None:
        return [TextFile(_PATH, "root\n", _mode(case)), Absent(_DENY)]
    return [FileRights(_PATH, _mode(case)), Absent(_DENY)]


control = Control(
    id="at-allow",
    clauses=("8.1.4.2-d", "8.1.4.2-a"),
    items=("7.2.2-c", "6.5-c"),
    severity="medium",
    title=Text("只有列名的人可用 at", "Only named people use at"),
    breaks=Text("不在 /etc/at.allow 中而用 at 的人", "Who uses at and is not in /etc/at.allow"),
    proof="effective",
    host_kind="namespace",
    reads=(_PATH, _DENY),
    rights=(_PATH,),
    settings=_settings,
)
