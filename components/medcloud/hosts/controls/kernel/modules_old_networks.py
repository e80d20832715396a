"""Protocols of old networks cannot be loaded."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ModuleDenied
from medcloud.text import Text

_NAMES = ("atm", "ax25", "netrom", "rose", "x25", "appletalk", "ipx", "llc2", "can")

control = Control(
    id="modules-old-networks",
    clauses=("8.1.4.4-a", "8.1.4.4-b"),
    items=("6.5-c",),
    severity="low",
    title=Text("禁止加载旧网络协议", "Protocols of old networks cannot be loaded"),
    breaks=Text("CAN 总线上的仪器", "Instruments on a CAN bus"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: [ModuleDenied(name) for name in _NAMES],
)
