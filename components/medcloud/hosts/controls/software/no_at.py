"""Jobs are cron's and systemd's: no second daemon waits for them."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import NotHere, ServiceOff, Setting
from medcloud.text import Text

_NONE = Text("未安装 at", "no at here")


def _settings(case: Case) -> list[Setting]:
    if "at" not in case.state.packages:
        return [NotHere(_NONE)]
    return [ServiceOff("atd.service")]


control = Control(
    id="no-at",
    clauses=("8.1.4.4-b", "8.1.4.4-a"),
    items=("6.5-c",),
    severity="low",
    title=Text("不运行 at 守护进程", "The at daemon does not run"),
    breaks=Text("以 at 排定的作业", "Jobs that were put off with at"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
