"""A session ends after two hours, whatever happens in it."""

import re

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action
from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings import KeyValue, Manual, Setting
from medcloud.hosts.settings.condition import Span
from medcloud.standard import number
from medcloud.text import Text

_HOURS = int(number("7.2.3.4.2-b", "session_length").to("h"))
_PATH = "/etc/systemd/system/session-.scope.d/50-medcloud.conf"
_SINCE = 244  # scopes know RuntimeMaxSec
_RELOAD = Action("systemctl daemon-reload", "systemctl daemon-reload", stage=90, must=False)
_TASK = Text(
    "本机 systemd 不能限制会话时长，请在跳板机限制",
    "this host's systemd cannot do it: limit sessions at the gateway",
)


def _settings(case: Case) -> list[Setting]:
    version = re.match(r"(?:\d+:)?(\d+)", case.state.packages.get("systemd", ""))
    can = version is not None and int(version[1]) >= _SINCE
    if not can or "pam_systemd.so" not in case.state.lines("pam_modules"):
        return [Manual(_TASK)]
    short = Span(case["minutes"] * 60)
    return [
        KeyValue(_PATH, "RuntimeMaxSec", short, section="Scope", sign="=", after=_RELOAD, must_exist=False)
    ]


control = Control(
    id="session-length",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.4.2-b",),
    severity="medium",
    title=Text("终端会话最长持续时间有限", "A session lasts two hours at most"),
    breaks=Text("两小时以上的操作须以服务方式运行", "Work of more than two hours must run as a service"),
    proof="effective",
    host_kind="uml",
    parameters=(Parameter("minutes", _HOURS * 60, "lower", Text("最长分钟数", "minutes at most"), floor=10),),
    reads=(_PATH,),
    settings=_settings,
)
