"""Data is neither taken away nor brought in on USB sticks."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ModuleDenied
from medcloud.text import Text

_NAMES = ("usb_storage", "uas")

control = Control(
    id="media-usb-storage",
    clauses=("8.1.4.4-b", "8.1.4.5-a", "8.1.4.11-b"),
    items=("6.5-c", "7.1.2.4-d"),
    severity="high",
    title=Text("禁用 USB 存储", "USB storage is off"),
    breaks=Text("用优盘、移动硬盘拷贝影像的科室", "Departments that carry images on USB disks"),
    proof="effective",
    host_kind="uml",
    settings=lambda case: [ModuleDenied(name) for name in _NAMES],
)
