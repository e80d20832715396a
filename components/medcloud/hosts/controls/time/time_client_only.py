"""A client of the time does not serve it."""

from medcloud.hosts.case import Case
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import KeyValue, NotHere, Setting, main_file, restart
from medcloud.hosts.settings.condition import exactly
from medcloud.text import Text

_SERVES = Text("本机按规划授时", "it serves the time by plan")
_NONE = Text("无 chrony", "no chrony")
_NTP = 123


def _settings(case: Case) -> list[Setting]:
    path = main_file(case)
    if path is None:
        return [NotHere(_NONE)]
    if any(flow.port == _NTP and flow.direction == "ingress" for flow in case.surroundings.flows):
        return [NotHere(_SERVES)]
    return [KeyValue(path, key, exactly(0), sign=" ", after=restart(case)) for key in ("port", "cmdport")]


control = Control(
    id="time-client-only",
    clauses=("8.1.4.4-b",),
    items=("6.5-c",),
    severity="low",
    title=Text("非时间服务器不对外授时", "A client of the time does not serve it"),
    breaks=Text("时间服务器（流须在规划中）", "Time servers (their flow must be in the plan)"),
    proof="effective",
    host_kind="namespace",
    settings=_settings,
)
