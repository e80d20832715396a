"""Devices on USB are let in one by one."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import OneRuns
from medcloud.text import Text

_UNITS = (
    "usbguard-dbus.service",
    "usbguard.service",
    "kylin-devmgr.service",
    "uos-devmgr.service",
)
_TASK = Text(
    "部署外设管控（USBGuard 或终端管理），或出示其策略",
    "control devices (USBGuard or a vendor's), or show its policy",
)

control = Control(
    id="media-control",
    clauses=("8.1.4.4-c", "8.1.4.11-b"),
    items=("6.5-c", "7.2.2-a"),
    severity="low",
    title=Text("USB 设备按名单接入", "Devices on USB are let in by a list"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [OneRuns(_UNITS, _TASK)],
)
