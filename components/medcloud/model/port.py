"""Ports of a workload: what it offers, to whom, and among its own members."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import StrictStr

from medcloud.model.base import Model
from medcloud.model.callers import CallerId
from medcloud.model.scalars import Key, Port
from medcloud.model.services import SERVICES, Front, ServiceId, Transport

Reach = Literal["none", "centre", "region"]
"""Which members of a workload reach each other: none, those in one centre, all of them."""
MAIN = "main"
"""Name of the port of a workload that writes ``port`` alone."""
HEALTH_PATH = "/healthz"
"""What members answer with 200 while they can serve."""

UrlPath = Annotated[
    StrictStr,
    Key(
        r"^/[A-Za-z0-9._~/-]{0,200}$",
        "写以斜杠开头的路径，如 /healthz",
        "write a path that begins with /, e.g. /healthz",
    ),
]


class ServicePort(Model):
    """One port."""

    service: ServiceId = "https"
    """What speaks there; it says the transport, and the usual port and balancing."""
    port: Port | None = None
    """Default: that of the service, where it has one."""
    balance: Front | None = None
    """How a balancer takes it; default: that of the service."""
    health: UrlPath | None = None
    """What the balancer asks members for by HTTPS; default: ``/healthz``."""
    callers: tuple[CallerId, ...] | None = None
    """Who may call it; default: the callers of the workload."""
    members: Reach = "none"
    """Which members of the workload reach each other here, past any balancer."""

    @property
    def number(self) -> int | None:
        """The port; None where neither the file nor the service says one."""
        return self.port or SERVICES[self.service].port

    @property
    def front(self) -> Front:
        """How a balancer takes it."""
        return self.balance or SERVICES[self.service].front


class Served(NamedTuple):
    """A port as the plan reads it, with every default filled in."""

    name: str
    service: ServiceId
    port: int
    transport: Transport
    front: Front
    health: str
    callers: tuple[str, ...]
    members: Reach
