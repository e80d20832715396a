"""A control: what it is about, by which clauses, and the settings that make it true on a host."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from medcloud.hosts.case import Case
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

Severity = Literal["low", "medium", "high", "critical"]
Proof = Literal["behaviour", "effective", "rendered"]
"""What shows that it works: behaviour on a booted host, effective configuration, or only the text written."""
HostKind = Literal["namespace", "uml", "emulator", "none"]
"""The cheapest kind of lab host that can show it."""


@dataclass(frozen=True)
class Control:
    """One control; its id is the name of its module, its family that of the folder."""

    id: str
    clauses: tuple[str, ...]
    """GB/T 22239-2019, e.g. 8.1.4.1-a; the one that carries it first."""
    items: tuple[str, ...]
    """Ids of items.txt of our standard."""
    severity: Severity
    title: Text
    """What holds when the control is met."""
    breaks: Text
    """What may stop working, and for whom."""
    proof: Proof
    host_kind: HostKind
    settings: Callable[[Case], Iterable[Setting]]
    parameters: tuple[Parameter, ...] = ()
    layouts: tuple[str, ...] = ("rpm", "deb")
    """The families of systems that it is for."""
    generic: bool = False
    """Whether it reads only what every Linux has, so that unknown systems are audited by it too."""
    reads: tuple[str, ...] = ()
    """Globs of files, besides those that kinds of settings read anyway."""
    rights: tuple[str, ...] = ()
    """Globs of paths whose owner and mode are asked."""
    family: str = ""
    """Set from the folder."""
