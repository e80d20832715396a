"""A control: what it is about, by which clauses, and the settings that make it true on a host."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from medcloud.hosts.parameter import Parameter
from medcloud.hosts.site import Site
from medcloud.hosts.state import HostState
from medcloud.hosts.systems import System
from medcloud.hosts.words import Text

if TYPE_CHECKING:
    from medcloud.hosts.settings.setting import Setting

Severity = Literal["low", "medium", "high", "critical"]
Proof = Literal["behaviour", "effective", "rendered"]
"""What shows that it works: behaviour on a booted host, effective configuration, or only the text written."""
HostKind = Literal["namespace", "uml", "emulator", "none"]
"""The cheapest kind of lab host that can show it."""


@dataclass(frozen=True)
class Case:
    """One control on one host: what its settings are made from."""

    name: str
    state: HostState
    system: System | None
    site: Site = field(default_factory=Site)
    values: Mapping[str, int] = field(default_factory=dict)

    def __getitem__(self, parameter: str) -> int:
        """The value of one of the control's parameters."""
        return self.values[parameter]

    @property
    def known(self) -> System:
        """The system; only generic controls are asked about a host whose system is unknown."""
        assert self.system is not None, self.name  # noqa: S101 - judge sees to it
        return self.system


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
