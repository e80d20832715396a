"""Hosts of a pool: how many in each centre, and of which generations (6.1.1-c, 7.5.1-b)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Discriminator, Field, StrictStr, Tag

from medcloud.model.base import Model
from medcloud.model.limit import Limit
from medcloud.model.scalars import Count, Id, Key
from medcloud.text.reading.explain import NUMBER, TABLE


def _form(value: Any) -> str:
    return TABLE if isinstance(value, Mapping) else NUMBER


HostCount = Annotated[
    Annotated[Count, Tag(NUMBER)] | Annotated[Mapping[Id, Count], Field(min_length=1), Tag(TABLE)],
    Discriminator(_form),
]
"""Hosts in each centre: one number for all, or by centre, where a centre that is not named has none."""

CpuModel = Annotated[
    StrictStr,
    Key(
        r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$",
        "写 libvirt 的 CPU 型号，如 Dhyana 或 Kunpeng-920",
        "write a CPU model of libvirt, e.g. Dhyana or Kunpeng-920",
    ),
]


class Gpu(Model):
    """Accelerators of a pool's hosts: GPU, NPU or the like (6.1.1-b)."""

    alias: Annotated[
        StrictStr,
        Key(
            r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$",
            "写 nova.conf 中 [pci] alias 的名称",
            "write the name of an alias of nova.conf's section pci",
        ),
    ]
    """The name that the cloud gives them (``alias`` in nova's section ``pci``)."""
    per_host: Count
    """How many a host has."""


class HostModel(Model):
    """A further generation of hosts that stands in a pool beside the pool's own."""

    hosts: HostCount
    """Hosts of it in each centre, or by centre."""
    cores: Annotated[Count, Limit("6.1.1-c", "cores_per_host")]
    """Physical cores a host."""
    memory_gib: Count
    """Memory a host, GiB."""
    memory_max_gib: Count | None = None
    """Memory a host can be extended to, GiB (6.1.1-c); default: what it has."""
    storage_gbps: Annotated[Count, Limit("6.1.1-c", "storage_bandwidth")]
    """Storage bandwidth a host, Gbit/s."""
    numa_nodes: Count = 1
    """NUMA nodes a host (7.3.1.2-a)."""


@dataclass(frozen=True, slots=True)
class Hosts:
    """Equal hosts of a pool in one centre."""

    model: str
    """Key of their model; empty: the pool's own."""
    count: int
    cores: int
    memory_gib: int
    numa_nodes: int


def count_in(hosts: int | Mapping[str, int], centre: str) -> int:
    """Hosts in a centre of the pool."""
    return hosts.get(centre, 0) if isinstance(hosts, Mapping) else hosts
