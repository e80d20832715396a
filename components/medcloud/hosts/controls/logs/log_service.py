"""The log service runs."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import PackagePresent, ServiceOn, unit
from medcloud.text import Text

control = Control(
    id="log-service",
    clauses=("8.1.4.3-a", "8.1.5.2-b"),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="medium",
    title=Text("日志服务开机即运行", "The log service runs from boot on"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [
        PackagePresent(case.known.packages["log"]),
        ServiceOn(unit(case, "log")),
    ],
)
