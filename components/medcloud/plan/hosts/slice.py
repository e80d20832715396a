"""One server as the hosts file has it: how it is reached, what it belongs to, what it is to keep to."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import AfterValidator, ConfigDict, Field

from medcloud.model.kinds import KindId
from medcloud.model.refuse import refuse
from medcloud.standard import levels
from medcloud.text import Text
from medcloud.text.printable import shown

WorkloadKind: TypeAlias = KindId
Port = Annotated[int, Field(ge=1, le=65535)]
Level = Annotated[int, Field(ge=0, le=len(levels()))]
_READ = ConfigDict(extra="forbid", strict=True)


def _prefix(text: str) -> str:
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        raise refuse(
            Text(f"{shown(text)} 不是网段", f"{shown(text)} is no prefix"),
            Text("写网段，如 10.0.0.0/8", "write a prefix, e.g. 10.0.0.0/8"),
        ) from None
    return text


def _receiver(text: str) -> str:
    host, _, port = text.rpartition(":")
    if text and not (host and port.isdigit() and 0 < int(port) <= 65535):
        raise refuse(
            Text(f"{shown(text)} 不是 主机:端口", f"{shown(text)} is not host:port"),
            Text("写 主机:端口，如 logs.example:6514", "write host:port, e.g. logs.example:6514"),
        )
    return text


Prefix = Annotated[str, AfterValidator(_prefix)]
Receiver = Annotated[str, AfterValidator(_receiver)]
Texts = tuple[Annotated[str, Field(min_length=1)], ...]


@dataclass(frozen=True, slots=True)
class IdentityPlan:
    """How people prove who they are, on every host and to the cloud (7.2.3): the file's `identity`."""

    __pydantic_config__: ClassVar[ConfigDict] = _READ
    mfa: bool
    password_days: int
    lockout_failures: int
    lockout_minutes: int
    session_minutes: int
    sessions: int


@dataclass(frozen=True, slots=True)
class HostFlow:
    """A packet flow that the plan lets through."""

    __pydantic_config__: ClassVar[ConfigDict] = _READ
    direction: Literal["ingress", "egress"]
    protocol: Literal["tcp", "udp", "icmp"]
    port: Port | None
    """None: every port."""
    remote: Prefix
    """A prefix, v4 or v6."""


@dataclass(frozen=True, slots=True)
class HostSite:
    """What a host's firewall, clock, logs and logins are to keep to; what is empty is not known."""

    __pydantic_config__: ClassVar[ConfigDict] = _READ
    flows: tuple[HostFlow, ...] = ()
    time_sources: Texts = ()
    log_receiver: Receiver = ""
    """host:port of the receiver over TLS."""
    admin_sources: tuple[Prefix, ...] = ()
    """Prefixes from which operators come."""
    operators: Texts = ()
    """Accounts that must be able to log in and use sudo."""


@dataclass(frozen=True, slots=True)
class HostRow:
    """One row of a hosts file. The plan fills what it knows, people and the host lab the rest."""

    __pydantic_config__: ClassVar[ConfigDict] = _READ
    name: Annotated[str, Field(min_length=1)]
    address: str = ""
    """Where to log in; empty: `v4`, else `v6`."""
    address6: str = ""
    v4: str = ""
    v6: str = ""
    port: Port = 22
    user: str = "root"
    key: str = ""
    """Path of a private key; empty: agent and the user's own keys."""
    ssh_config: str = ""
    """Path of an ssh_config in which the host's name is looked up."""
    lab_kind: Literal["namespace", "uml", "emulator"] | None = None
    """How the host lab runs it; None: a real one."""
    system: str = ""
    """Operating system as the region file names it, or an id of medcloud.hosts.systems."""
    groups: Texts = ()
    centre: str = ""
    role: str = ""
    workload: str = ""
    workload_kind: WorkloadKind | None = None
    level: Level = 0
    """Highest data level on it; 0: none is named."""
    isa: str = ""
    site: HostSite = HostSite()
    identity: IdentityPlan | None = None
