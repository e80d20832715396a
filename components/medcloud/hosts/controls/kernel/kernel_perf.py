"""Performance events are for root."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Sysctl
from medcloud.hosts.settings.condition import at_least
from medcloud.text import Text

control = Control(
    id="kernel-perf",
    clauses=("8.1.4.4-a", "8.1.4.11-b"),
    items=("6.5-c", "7.1.2.1-b"),
    severity="low",
    title=Text("性能事件只供 root", "Performance events are for root"),
    breaks=Text("普通用户的 perf", "perf as an ordinary user"),
    proof="behaviour",
    host_kind="emulator",
    settings=lambda case: [
        Sysctl("kernel.perf_event_paranoid", at_least(2)),
    ],
)
