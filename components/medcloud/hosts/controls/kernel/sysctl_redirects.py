"""ICMP redirects do not change routes."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import each_interface
from medcloud.hosts.settings.condition import exactly
from medcloud.text import Text

_NAMES = ("ipv4.accept_redirects", "ipv4.secure_redirects", "ipv4.send_redirects", "ipv6.accept_redirects")

control = Control(
    id="sysctl-redirects",
    clauses=("8.1.4.4-b",),
    items=("6.5-c", "7.1.2.1-b"),
    severity="medium",
    title=Text("不接受、不发送 ICMP 重定向", "ICMP redirects are neither accepted nor sent"),
    breaks=Text("以重定向选路的旧网络", "Old networks that route by redirects"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: each_interface(case, *_NAMES, condition=exactly(0)),
)
