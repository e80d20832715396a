"""No data leaves by Bluetooth."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ModuleDenied, ServiceOff
from medcloud.text import Text

_NAMES = ("bluetooth", "btusb")
_UNITS = ("bluetooth.service",)

control = Control(
    id="media-bluetooth",
    clauses=("8.1.4.4-b", "8.1.4.11-b"),
    items=("6.5-c",),
    severity="medium",
    title=Text("禁用蓝牙", "Bluetooth is off"),
    breaks=Text("蓝牙键鼠、扫码枪与耳机", "Bluetooth keyboards, scanners and headsets"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [
        *(ModuleDenied(name) for name in _NAMES),
        *(ServiceOff(name) for name in _UNITS),
    ],
)
