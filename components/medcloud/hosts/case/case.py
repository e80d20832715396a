"""One control on one host."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from medcloud.hosts.case.surroundings import Surroundings
from medcloud.hosts.state import HostState
from medcloud.hosts.systems import System


@dataclass(frozen=True)
class Case:
    """One control on one host: what its settings are made from."""

    name: str
    state: HostState
    system: System | None
    surroundings: Surroundings = field(default_factory=Surroundings)
    values: Mapping[str, int] = field(default_factory=dict)

    def __getitem__(self, parameter: str) -> int:
        """The value of one of the control's parameters."""
        return self.values[parameter]

    @property
    def known(self) -> System:
        """The system; only generic controls are asked about a host whose system is unknown."""
        assert self.system is not None, self.name  # noqa: S101 - judge sees to it
        return self.system
