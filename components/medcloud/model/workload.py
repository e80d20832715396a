"""What runs in the region."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from medcloud.model.base import Model
from medcloud.model.callers import CalleeId, CallerId
from medcloud.model.existing import Existing
from medcloud.model.hosts import GPU
from medcloud.model.kinds import KINDS, KindId
from medcloud.model.level_limit import LevelLimit
from medcloud.model.levels import sensitive
from medcloud.model.limit import Limit
from medcloud.model.manage import Manage
from medcloud.model.port import HEALTH_PATH, MAIN, Served, ServicePort
from medcloud.model.recovery import Backup, Recovery
from medcloud.model.scalars import Count, Flag, Id, Level, Name, OsName, Port
from medcloud.model.services import SERVICES, ServiceId
from medcloud.model.storage import TierId
from medcloud.model.volume import DATA, Disk, Volume, VolumeId
from medcloud.standard import level as row
from medcloud.text import Text

PAIR = LevelLimit(
    Limit("7.3.2.3-a", "failures_survived", comparison=">"),
    holds_for=sensitive,
    why=Text("一台失效即中断", "one failure ends it"),
    but=("archive",),  # it may wait for its host
)


class Size(Model):
    """How much of it there is, in each centre of its pool."""

    instances: Annotated[Count, PAIR]
    """Instances in each centre, each on a host of its own."""
    vcpus: Count
    memory_gib: Count
    data_gib: Count | None = None
    """Data volume of each instance, GiB; left out only beside ``volumes``, which may be none."""
    system_gib: Count = 40
    """Root disk of each instance, GiB."""
    gpus: Count | None = None
    """Accelerators of each instance, of its pool's (6.1.1-b); none by default."""

    accelerators: Mapping[Id, Count] = {}
    """Accelerators of each instance by kind, of its pool's ``accelerators`` (6.1.1-b)."""

    @property
    def wanted(self) -> Mapping[str, int]:
        """Accelerators by kind, those of ``gpus`` among them."""
        return {**({GPU: self.gpus} if self.gpus else {}), **self.accelerators}

    @property
    def flavor(self) -> str:
        """``<vcpus>x<memory_gib>``, e.g. ``8x32``; with accelerators ``8x32x2gpu``."""
        return f"{self.vcpus}x{self.memory_gib}" + "".join(f"x{n}{key}" for key, n in self.wanted.items())


class Workload(Model):
    """A service and the data level that decides how it is protected (table C.1)."""

    name: Name | None = None
    was: Id | None = None
    """The identifier that it had before: what is up stays, with its addresses and its names in the cloud."""
    retire: bool = False
    """It serves no longer: its data volumes and objects stay (7.3.2.4-c), its servers, doors and names go."""
    kind: KindId
    level: Level
    """Of its data, 1 (public) to 5 (extremely sensitive)."""
    pool: Id
    centres: tuple[Id, ...] = ()
    """Centres of its pool that it runs or waits in; default: all of them."""
    os: OsName | None = None
    """Operating system of its instances; default: that of its pool."""
    tenant: Id | None = None
    """Default: the first tenant of the file."""
    domain: Id | None = None
    """Default: the security domain of its data level."""
    storage: TierId | None = None
    """Default: the tier of its kind by 7.3.2.2."""
    exposure: Literal["internal", "public"] = "internal"
    size: Size
    volumes: Mapping[VolumeId, Volume] | None = None
    """Data volumes of each instance by name, beside that of its size, which is called ``data``."""
    port: Port | None = None
    """TCP port of a workload with one, always TLS; a database's speaks its own protocol."""
    ports: Mapping[Id, ServicePort] = {}
    """Ports by name, of a workload with several, or with one that is not HTTPS."""
    callers: tuple[CallerId, ...] = ()
    """Who may call it: workloads by name or by what they are (``kind:his``), partners, ``internet`` or
    ``intranet``; mutual calls are fine."""
    accepts: tuple[CallerId, ...] = ()
    """Who may call it as soon as they write it under ``calls``: a new hospital changes its own lines only."""
    calls: tuple[CalleeId, ...] = ()
    """Workloads that accept it, and services of partners: ``insurance`` or one, ``insurance/query``."""
    masked: tuple[CallerId, ...] = ()
    """Callers that get its data masked and in no other way (C.3-c)."""
    pseudonymised: tuple[CallerId, ...] = ()
    """Callers that get its data under pseudonyms and in no other way (C.3-c)."""
    local: Flag = False
    """Whether workloads call it in their own centre alone: e.g. what stands at each of many sites."""
    manages: Manage | None = None
    """Servers that it logs in to, watches or copies: a jump host's, a monitor's, a backup's."""
    depends_on: tuple[Id, ...] = ()
    """Workloads that must be up before it."""
    home: tuple[Id, ...] = ()
    """Centres of its pool that serve; default: those whose role is not recovery."""
    standby: tuple[Id, ...] = ()
    """Centres of its pool that wait for the loss of those; default: its recovery centres."""
    recovery: Recovery = Recovery()
    """RPO and RTO, where they are stricter than those of its level."""
    backup: Backup | None = None
    """Copies of its data, which the operator's backup service makes."""
    key: Existing | None = None
    """SSH key pair that exists."""
    certificate: Existing | None = None
    """Certificate container that exists in the key manager."""

    @property
    def caller_lists(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """Its lists of callers by their place in it, those of single ports among them."""
        found: dict[tuple[str, ...], tuple[str, ...]] = {}
        found["callers",], found["accepts",] = self.callers, self.accepts
        for name, port in self.ports.items():
            found["ports", name, "callers"] = port.callers or ()
        return found

    @property
    def name_lists(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """The same with whom it gives treated data, and the servers that it manages."""
        servers = self.manages.servers if self.manages else ()
        return {
            **self.caller_lists,
            ("masked",): self.masked,
            ("pseudonymised",): self.pseudonymised,
            ("manages", "servers"): servers,
        }

    @property
    def served(self) -> tuple[Served, ...]:
        """Its ports, in file order, those that have a number."""
        return tuple(self._served(*named) for named in self.named_ports.items() if named[1].number)

    @property
    def named_ports(self) -> Mapping[str, ServicePort]:
        """Its ports by name; a single ``port`` is called ``main``."""
        if self.port is None:
            return self.ports
        service: ServiceId = "https"
        if self.kind == "database":
            known = (id_ for id_, each in SERVICES.items() if each.port == self.port)
            service = next(known, "tcp")
        return {MAIN: ServicePort(service=service, port=self.port), **self.ports}

    def _served(self, name: str, port: ServicePort) -> Served:
        callers = self.callers if port.callers is None else port.callers
        return Served(
            name=name,
            service=port.service,
            port=port.number or 0,
            transport=SERVICES[port.service].transport,
            front=port.front,
            health=port.health or HEALTH_PATH,
            callers=callers,
            members=port.members,
        )

    @property
    def tier(self) -> TierId:
        """The storage tier of its data, where a volume names no other."""
        return self.storage or KINDS[self.kind].tiers[0]

    @property
    def disks(self) -> Mapping[str, Disk]:
        """The data volumes of each instance by name, in file order."""
        own = {DATA: Disk(self.size.data_gib, self.tier)} if self.size.data_gib else {}
        return {**own, **{key: Disk(v.gib, v.tier or self.tier) for key, v in (self.volumes or {}).items()}}

    @property
    def tiers(self) -> tuple[TierId, ...]:
        """The storage tiers that its volumes are on, each once; a database boots from one too."""
        used = [disk.tier for disk in self.disks.values()]
        return tuple(dict.fromkeys(([self.tier] if self.kind == "database" else []) + used))

    @property
    def rpo_seconds(self) -> int | None:
        """The most data that may be lost, in seconds; None: there is no limit."""
        return int(self.recovery.rpo) if self.recovery.rpo else row(self.level).rpo_seconds

    @property
    def rto_seconds(self) -> int | None:
        """The longest time until it serves again, in seconds; None: there is no limit."""
        return int(self.recovery.rto) if self.recovery.rto else row(self.level).rto_seconds
