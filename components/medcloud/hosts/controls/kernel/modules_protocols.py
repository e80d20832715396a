"""Rare network protocols cannot be loaded."""

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import ModuleDenied
from medcloud.text import Text

_NAMES = ("dccp", "sctp", "rds", "tipc")

control = Control(
    id="modules-protocols",
    clauses=("8.1.4.4-a", "8.1.4.4-b"),
    items=("6.5-c",),
    severity="medium",
    title=Text("禁止加载少用的网络协议", "Rare network protocols cannot be loaded"),
    breaks=Text("用 SCTP 的信令系统", "Signalling systems that use SCTP"),
    proof="behaviour",
    host_kind="uml",
    settings=lambda case: [ModuleDenied(name) for name in _NAMES],
)
