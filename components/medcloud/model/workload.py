"""What runs in the region."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict

from medcloud.model.base import Model
from medcloud.model.existing import Existing
from medcloud.model.kinds import KINDS, KindId
from medcloud.model.level_limit import LevelLimit
from medcloud.model.levels import sensitive
from medcloud.model.limit import Limit
from medcloud.model.recovery import Backup, Recovery
from medcloud.model.scalars import Count, Id, Level, Name, Port
from medcloud.model.storage import TierId
from medcloud.standard import level as row
from medcloud.text import Text

OUTSIDE = ("internet", "intranet")
"""Callers that are no workloads."""

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
    data_gib: Count
    """Data volume of each instance, GiB."""
    system_gib: Count = 40
    """Root disk of each instance, GiB."""
    gpus: Count | None = None
    """Accelerators of each instance, of its pool's (6.1.1-b); none by default."""

    @property
    def flavor(self) -> str:
        """``<vcpus>x<memory_gib>``, e.g. ``8x32``; with accelerators ``8x32x2gpu``."""
        return f"{self.vcpus}x{self.memory_gib}" + (f"x{self.gpus}gpu" if self.gpus else "")


_CALLS = (
    "删去；调用写在被调用的业务下，如 callers: [此业务]",
    "remove it; a call is said at the workload that is called: callers: [this workload]",
)


class Workload(Model):
    """A service and the data level that decides how it is protected (table C.1)."""

    model_config = ConfigDict(json_schema_extra={"x-elsewhere": {"calls": [*_CALLS]}})

    name: Name | None = None
    kind: KindId
    level: Level
    """Of its data, 1 (public) to 5 (extremely sensitive)."""
    pool: Id
    tenant: Id | None = None
    """Default: the first tenant of the file."""
    domain: Id | None = None
    """Default: the security domain of its data level."""
    storage: TierId | None = None
    """Default: the tier of its kind by 7.3.2.2."""
    exposure: Literal["internal", "public"] = "internal"
    size: Size
    port: Port
    """TCP port of the service, always TLS."""
    callers: tuple[Id, ...] = ()
    """Who may call it: workloads, ``internet`` or ``intranet``; mutual calls are fine."""
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
    def tier(self) -> TierId:
        """The storage tier of its data."""
        return self.storage or KINDS[self.kind].tiers[0]

    @property
    def rpo_seconds(self) -> int | None:
        """The most data that may be lost, in seconds; None: there is no limit."""
        return int(self.recovery.rpo) if self.recovery.rpo else row(self.level).rpo_seconds

    @property
    def rto_seconds(self) -> int | None:
        """The longest time until it serves again, in seconds; None: there is no limit."""
        return int(self.recovery.rto) if self.recovery.rto else row(self.level).rto_seconds
