"""Idle SSH sessions end."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.controls.thresholds import IDLE_SECONDS
from medcloud.hosts.settings import SshdOption
from medcloud.hosts.settings.condition import at_most
from medcloud.text import Text

control = Control(
    id="ssh-idle",
    clauses=("8.1.4.1-b",),
    items=("7.2.3.4.2-b", "6.5-c"),
    severity="medium",
    title=Text("空闲的 SSH 会话自动断开", "Idle SSH sessions end"),
    breaks=Text("长时间无输出的会话", "Sessions that are silent for long"),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("seconds", IDLE_SECONDS, "lower", Text("空闲秒数", "idle seconds"), floor=60),),
    settings=lambda case: [
        SshdOption("ClientAliveInterval", at_most(case["seconds"], zero_is_off=True)),
        SshdOption("ClientAliveCountMax", at_most(1, least=0)),
    ],
)
