"""Rotated logs are kept for half a year."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.controls.thresholds import LOG_DAYS
from medcloud.hosts.settings import LogRotate
from medcloud.text import Text

control = Control(
    id="log-retention",
    clauses=("8.1.5.4-d", "8.1.4.3-c"),
    items=("7.2.2-a", "7.2.3.2-e"),
    severity="medium",
    title=Text("轮转日志留存不少于 180 天", "Rotated logs are kept for half a year"),
    breaks=Text("磁盘用量", "Use of the disk"),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("days", LOG_DAYS, "higher", Text("留存天数", "days kept"), ceiling=3650),),
    settings=lambda case: [LogRotate(case["days"])],
)
