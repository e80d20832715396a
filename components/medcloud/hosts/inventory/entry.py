"""One host of an inventory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from medcloud.hosts.case.surroundings import Surroundings
from medcloud.plan.hosts import IdentityPlan


@dataclass(frozen=True)
class HostEntry:
    """How a host is reached, and what is known of its place."""

    name: str
    address: str
    port: int = 22
    user: str = "root"
    key: str = ""
    """Path of a private key; empty: agent and the user's own keys."""
    ssh_config: str = ""
    """Path of an ssh_config in which the host's name is looked up."""
    lab_kind: Literal["namespace", "uml", "emulator"] | None = None
    """How the host lab runs it; None: a real one."""
    system: str = ""
    """The system that the region names for it, an id of systems/; what it is, the host itself says."""
    groups: tuple[str, ...] = ()
    surroundings: Surroundings = field(default_factory=Surroundings)
    identity: IdentityPlan | None = None
    """The region's rules for accounts and sessions; None: the standard's own."""
