"""Only named people use cron."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.access._named import named
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import NotHere, Setting
from medcloud.text import Text

_PATH = "/etc/cron.allow"
_DENY = "/etc/cron.deny"
_PACKAGES = ("cron", "cronie")
_NONE = Text("未安装 cron", "no cron here")


def _settings(case: Case) -> list[Setting]:
    if not any(name in case.state.packages for name in _PACKAGES):
        return [NotHere(_NONE)]
    return named(case, _PATH, _DENY)


control = Control(
    id="cron-allow",
    clauses=("8.1.4.2-d", "8.1.4.2-a"),
    items=("7.2.2-c", "6.5-c"),
    severity="medium",
    title=Text("只有列名的人可用 cron", "Only named people use cron"),
    breaks=Text("不在 /etc/cron.allow 中而用 cron 的人", "Who uses cron and is not in /etc/cron.allow"),
    proof="effective",
    host_kind="namespace",
    reads=(_PATH, _DENY),
    rights=(_PATH,),
    settings=_settings,
)
