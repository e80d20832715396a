"""The journal outlives a boot and is kept for half a year."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.controls.thresholds import LOG_DAYS
from medcloud.hosts.settings import KeyValue, restart_journal
from medcloud.hosts.settings.condition import Condition, Days, word
from medcloud.text import Text


def _key(name: str, condition: Condition) -> KeyValue:
    return KeyValue(
        "/etc/systemd/journald.conf", name, condition, section="Journal", sign="=", after=restart_journal()
    )


control = Control(
    id="journal-persistent",
    clauses=("8.1.4.3-c", "8.1.5.4-d"),
    items=("7.2.3.2-e", "6.5-c"),
    severity="medium",
    title=Text("系统日志重启后仍在，留存半年", "The journal outlives a boot and is kept for half a year"),
    breaks=Text("磁盘用量", "Use of the disk"),
    proof="effective",
    host_kind="namespace",
    parameters=(Parameter("days", LOG_DAYS, "higher", Text("留存天数", "days kept"), ceiling=3650),),
    reads=("/etc/systemd/journald.conf",),
    settings=lambda case: [
        _key("Storage", word("persistent")),
        _key("MaxRetentionSec", Days(case["days"])),
    ],
)
