"""Memory cannot be read by FireWire."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ModuleDenied
from medcloud.text import Text

_NAMES = ("firewire_core", "firewire_ohci", "firewire_sbp2")

control = Control(
    id="media-firewire",
    clauses=("8.1.4.4-b", "8.1.4.11-b"),
    items=("6.5-c",),
    severity="medium",
    title=Text("禁用火线接口", "FireWire is off"),
    breaks=Text("火线设备", "FireWire devices"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [ModuleDenied(name) for name in _NAMES],
)
