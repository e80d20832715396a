"""Partners outside the region: health insurance, the level above, payment, messages, public health."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from medcloud.model.base import Model
from medcloud.model.prefix import Address, Gateway, OuterPrefix
from medcloud.model.scalars import DnsName, Id, Name, Port


class Partner(Model):
    """An institution outside that calls workloads or is called by them, and by no other way."""

    name: Name
    prefixes: tuple[OuterPrefix, ...] = Field(min_length=1)
    """Where it is: its hosts or networks, never everybody."""
    by: Literal["line", "vpn", "internet"]
    """How it is reached: a line of its own, a VPN, or the plain Internet, which no sensitive data passes."""
    gateway: Gateway | None = None
    """Outside address of its end of the VPN (7.2.1-b)."""
    names: Mapping[DnsName, Annotated[tuple[Address, ...], Field(min_length=1)]] = {}
    """Its own names, where no resolver that servers ask knows them, and the addresses that they lead to."""
    ports: Mapping[Id, Port] = {}
    """TCP ports of its services by name, all TLS; a partner that only calls needs none."""
