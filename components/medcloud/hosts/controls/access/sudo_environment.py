"""Sudo takes over no environment that changes what programs do."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import SudoDefault
from medcloud.hosts.settings.condition import word
from medcloud.text import Text

control = Control(
    id="sudo-environment",
    clauses=("8.1.4.2-d", "8.1.4.4-d"),
    items=("7.2.2-c", "6.5-c"),
    severity="medium",
    title=Text("sudo 清除用户的环境变量", "Sudo takes over no environment of the user"),
    breaks=Text(
        "靠环境变量的脚本；逐个用 env_keep", "Scripts that rely on it: name the variables by env_keep"
    ),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        SudoDefault("env_reset", "Reset the environment to a default set of variables", word("yes"))
    ],
)
