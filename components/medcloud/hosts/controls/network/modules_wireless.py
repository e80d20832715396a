"""Servers have no radio."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ModuleDenied, server_only
from medcloud.text import Text

_NAMES = ("cfg80211", "mac80211")

control = Control(
    id="modules-wireless",
    clauses=("8.1.4.4-b", "8.1.4.4-c"),
    items=("6.5-c", "7.2.2-a"),
    severity="medium",
    title=Text("服务器禁用无线网络", "Servers have no radio network"),
    breaks=Text("接无线网络的服务器", "Servers on a radio network"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: server_only(case, [ModuleDenied(name) for name in _NAMES]),
)
