"""systemd ends sessions in which nobody does anything."""

import re

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action
from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.controls.thresholds import IDLE_SECONDS
from medcloud.hosts.settings import KeyValue, NotHere, Setting
from medcloud.hosts.settings.condition import Span
from medcloud.text import Text

_PATH = "/etc/systemd/logind.conf"
_SINCE = 252
_TELL = "systemctl kill -s HUP systemd-logind.service"
_OLD = Text(
    "本机 systemd 无此功能，由 shell-timeout 与 ssh-idle 负责",
    "this systemd cannot: shell-timeout and ssh-idle see to it",
)


def _settings(case: Case) -> list[Setting]:
    version = re.match(r"(?:\d+:)?(\d+)", case.state.packages.get("systemd", ""))
    if version is None or int(version[1]) < _SINCE:
        return [NotHere(_OLD)]
    tell = Action(_TELL, _TELL, stage=90, must=False)
    short = Span(case["seconds"])
    return [
        KeyValue(_PATH, "StopIdleSessionSec", short, section="Login", sign="=", after=tell, must_exist=False)
    ]


control = Control(
    id="idle-logind",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.4.2-b", "6.5-c"),
    severity="low",
    title=Text("systemd 结束空闲会话", "systemd ends idle sessions"),
    breaks=Text("长时间不按键的人", "People who press no key for long"),
    proof="effective",
    host_kind="uml",
    parameters=(Parameter("seconds", IDLE_SECONDS, "lower", Text("空闲秒数", "idle seconds"), floor=60),),
    reads=(_PATH,),
    settings=_settings,
)
