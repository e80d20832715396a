"""Idle shells end."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.controls.thresholds import IDLE_SECONDS
from medcloud.hosts.settings import ShellFigure, TextFile
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

_PATH = "/etc/profile.d/zz-medcloud-timeout.sh"
# whoever says readonly first wins, and what a shell reads later does where nobody does
_OTHERS = (
    *("/etc/environment", "/etc/profile", "/etc/bashrc", "/etc/bash.bashrc"),
    *("/root/.bashrc", "/root/.bash_profile", "/root/.profile", "/etc/profile.d/*.sh"),
)

# `declare -xr` is what scanners look for; a shell that is not bash has no such word
_TEXT = """if [ -n "${{BASH_VERSION-}}" ]; then
    declare -xr TMOUT={seconds}
else
    readonly TMOUT={seconds}
    export TMOUT
fi
"""

control = Control(
    id="shell-timeout",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.4.2-b", "6.5-c"),
    severity="medium",
    title=Text("空闲的命令行自动退出", "Idle shells end"),
    breaks=Text("长时间不按键的人", "People who press no key for long"),
    proof="behaviour",
    host_kind="namespace",
    parameters=(Parameter("seconds", IDLE_SECONDS, "lower", Text("空闲秒数", "idle seconds"), floor=60),),
    reads=_OTHERS,
    settings=lambda case: [
        ShellFigure("TMOUT=", _OTHERS, at_most(case["seconds"], zero_is_off=True)),
        TextFile(_PATH, _TEXT.format(seconds=case["seconds"])),
    ],
)
