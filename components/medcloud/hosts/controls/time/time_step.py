"""A clock that is far off is set at the start, and the hardware clock follows."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import KeyValue, NotHere, Setting, main_file, restart
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_STEPS = ("1.0 3", "1 3", "1.0 -1", "1 -1", "0.1 3", "0.5 3")
_NONE = Text("无 chrony", "no chrony")


def _settings(case: Case) -> list[Setting]:
    path, after = main_file(case), restart(case)
    if path is None:
        return [NotHere(_NONE)]
    return [
        KeyValue(path, "makestep", word(*_STEPS), sign=" ", after=after),
        KeyValue(path, "rtcsync", word("yes"), flag=True, after=after),
    ]


control = Control(
    id="time-step",
    clauses=("8.1.4.3-b",),
    items=("6.5-c",),
    severity="low",
    title=Text("启动时校正大偏差并写回硬件时钟", "A clock that is far off is set at the start"),
    breaks=Text("启动时时钟可能跳变", "The clock may jump at a start"),
    proof="behaviour",
    host_kind="uml",
    settings=_settings,
)
