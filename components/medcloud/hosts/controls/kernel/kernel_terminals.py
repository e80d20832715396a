"""Line disciplines are not loaded for whoever asks."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Sysctl
from medcloud.hosts.settings.condition import exactly
from medcloud.text import Text

control = Control(
    id="kernel-terminals",
    clauses=("8.1.4.4-a",),
    items=("6.5-c",),
    severity="low",
    title=Text("不为任意用户装载终端线路规程", "Line disciplines are not loaded for whoever asks"),
    breaks=Text("用特殊串口规程的设备", "Devices with odd serial disciplines"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [
        Sysctl("dev.tty.ldisc_autoload", exactly(0)),
    ],
)
