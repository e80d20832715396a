"""What a person started ends with the session."""

from medcloud.hosts.change.overlay import Action
from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import KeyValue
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

_PATH = "/etc/systemd/logind.conf"
_TELL = "systemctl kill -s HUP systemd-logind.service"
_RELOAD = Action(_TELL, _TELL, stage=90, must=False)

control = Control(
    id="sessions-end-whole",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.4.2-b",),
    severity="low",
    title=Text("退出时结束该用户的全部进程", "What a person started ends with the session"),
    breaks=Text(
        "用 nohup、tmux 留任务的人；改用 systemd-run --user --scope",
        "Who leaves work in nohup or tmux: use systemd-run",
    ),
    proof="effective",
    host_kind="uml",
    reads=(_PATH,),
    settings=lambda case: [
        KeyValue(
            _PATH,
            "KillUserProcesses",
            word("yes"),
            section="Login",
            sign="=",
            after=_RELOAD,
            must_exist=False,
        )
    ],
)
