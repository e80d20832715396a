"""Only named people use at."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.access._named import named
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import NotHere, Setting
from medcloud.text import Text

_PATH = "/etc/at.allow"
_DENY = "/etc/at.deny"
_PACKAGES = ("at",)
_NONE = Text("未安装 at", "no at here")


def _settings(case: Case) -> list[Setting]:
    if not any(name in case.state.packages for name in _PACKAGES):
        return [NotHere(_NONE)]
    return named(case, _PATH, _DENY)


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
