"""Hosts of a pool: how many in each centre, and of which generations (6.1.1-c, 7.5.1-b)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Discriminator, Field, StrictStr, Tag, model_validator

from medcloud.model.base import Model
from medcloud.model.limit import Limit
from medcloud.model.refuse import refuse
from medcloud.model.scalars import Count, Id, Key
from medcloud.text import Text
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


Alias = Annotated[
    StrictStr,
    Key(
        r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$",
        "写 nova.conf 中 [pci] alias 的名称",
        "write the name of an alias of nova.conf's section pci",
    ),
]
ResourceClass = Annotated[
    StrictStr,
    Key(
        r"^(VGPU|CUSTOM_[A-Z0-9_]{1,240})$",
        "写 placement 的资源类，如 VGPU 或 CUSTOM_A40_8Q",
        "write a resource class of placement, e.g. VGPU or CUSTOM_A40_8Q",
    ),
]


class Gpu(Model):
    """Accelerators of a pool's hosts: GPU, NPU or the like (6.1.1-b)."""

    alias: Alias
    """The name that the cloud gives them (``alias`` in nova's section ``pci``)."""
    per_host: Count
    """How many a host has."""


AcceleratorId = Annotated[
    StrictStr,
    Key(
        r"^(?!gpu$)[a-z][a-z0-9-]{0,29}(?<!-)$",
        "写 a-z、0-9 与连字符，如 npu；gpu 是 pools 的 gpu 字段",
        "write a-z, 0-9 and hyphens, e.g. npu; gpu is the field gpu of the pool",
    ),
]
GPU = "gpu"
"""What the accelerators of a pool's ``gpu`` are called among those of several kinds."""


class Accelerator(Model):
    """One of several kinds of accelerators, whole devices or shares of them (6.1.1-b)."""

    alias: Alias | None = None
    """The name that the cloud gives whole devices (``alias`` in nova's section ``pci``)."""
    resource: ResourceClass | None = None
    """Resource class of shares (vGPU, MIG), e.g. ``VGPU`` or ``CUSTOM_A40_8Q``."""
    per_host: Count | None = None
    """How many a host of the pool's own has; default: none, only its further generations have."""

    @model_validator(mode="after")
    def _either(self) -> Accelerator:
        if (self.alias is None) == (self.resource is None):
            raise refuse(
                Text("加速卡须恰有 alias 与 resource 之一", "an accelerator has either alias or resource"),
                Text(
                    "整卡写 alias: 名称，vGPU 写 resource: VGPU",
                    "write alias: name for whole devices, resource: VGPU for shares",
                ),
            )
        return self


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
    accelerators: Mapping[Id, Count] = {}
    """Accelerators a host, by kind: those of the pool's ``accelerators``, or ``gpu``."""


@dataclass(frozen=True, slots=True)
class Hosts:
    """Equal hosts of a pool in one centre."""

    model: str
    """Key of their model; empty: the pool's own."""
    count: int
    cores: int
    memory_gib: int
    numa_nodes: int
    accelerators: Mapping[str, int]


def count_in(hosts: int | Mapping[str, int], centre: str) -> int:
    """Hosts in a centre of the pool."""
    return hosts.get(centre, 0) if isinstance(hosts, Mapping) else hosts
