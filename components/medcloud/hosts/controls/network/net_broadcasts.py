"""Broadcast pings and bogus errors are passed over."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import Sysctl
from medcloud.hosts.settings.condition import exactly
from medcloud.text import Text

_KEYS = (
    "net.ipv4.icmp_echo_ignore_broadcasts",
    "net.ipv4.icmp_ignore_bogus_error_responses",
)

control = Control(
    id="net-broadcasts",
    clauses=("8.1.4.4-b", "8.1.3.1-a"),
    items=("6.5-c", "7.2.2-a"),
    severity="low",
    title=Text("忽略广播 ICMP 与伪造差错", "Broadcast pings and bogus errors are passed over"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [Sysctl(key, exactly(1)) for key in _KEYS],
)
