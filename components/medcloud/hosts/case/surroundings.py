"""What controls need to know of the place where a host stands; it comes out of the plan or a site file."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TypeAlias

from medcloud.plan.hosts import HostFlow

Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True)
class Surroundings:
    """Surroundings of one host; what is empty is not known, and the controls that need it say so."""

    level: int = 0
    """Highest data level on the host, 0 when none is named."""
    time_sources: tuple[str, ...] = ()
    log_receiver: str = ""
    """host:port of the receiver over TLS."""
    admin_sources: tuple[str, ...] = ()
    """Prefixes from which operators come."""
    operators: tuple[str, ...] = ()
    """Accounts that must be able to log in and use sudo."""
    flows: tuple[HostFlow, ...] = ()

    @property
    def receiver(self) -> tuple[str, str]:
        """Host, an IPv6 address without its brackets, and port of `log_receiver`."""
        host, _, port = self.log_receiver.rpartition(":")
        return host.strip("[]"), port


def network(prefix: str) -> Network:
    """A prefix or an address; host bits are dropped."""
    return ipaddress.ip_network(prefix, strict=False)
