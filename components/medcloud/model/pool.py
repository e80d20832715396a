"""Pools of hosts of one instruction set (6.1.1, 7.5.1-c)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StrictStr, WithJsonSchema

from medcloud.model.base import Model
from medcloud.model.existing import Existing
from medcloud.model.hosts import (
    GPU,
    Accelerator,
    AcceleratorId,
    CpuModel,
    Gpu,
    HostCount,
    HostModel,
    Hosts,
    count_in,
)
from medcloud.model.limit import Limit, Must
from medcloud.model.refuse import refuse
from medcloud.model.scalars import Count, Flag, Id, Key, OsName
from medcloud.standard import words
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.printable import shown

FlavorSize = Annotated[
    StrictStr,
    Key(
        r"^[1-9][0-9]{0,5}x[1-9][0-9]{0,5}(x[1-9][0-9]{0,2}[a-z][a-z0-9-]{0,29})*$",
        "写 <vCPU 数>x<内存 GiB>，如 8x32；带加速卡的如 8x32x2gpu",
        "write <vcpus>x<memory_gib>, e.g. 8x32; with accelerators 8x32x2gpu",
    ),
]


@decides("7.5.1-c")
def _isa(value: Any) -> Any:
    if value in words.ISAS:
        return value
    raise refuse(
        Text(
            f"指令集“{shown(value)}”不在标准之列",
            f"instruction set “{shown(value)}” is not one the standard names",
        ),
        Text(f"写 {'、'.join(words.ISAS)} 之一", f"write one of {', '.join(words.ISAS)}"),
        item="7.5.1-c",
    )


Isa = Annotated[
    words.Isa,
    BeforeValidator(_isa),
    WithJsonSchema({"type": "string", "enum": list(words.ISAS), "x-item": "7.5.1-c"}),
]


Trait = Annotated[
    StrictStr,
    Key(
        r"^CUSTOM_(?!ISA_)[A-Z0-9_]{1,240}$",
        "写 CUSTOM_ 加大写字母、数字与下划线，如 CUSTOM_POOL_CORE；CUSTOM_ISA_ 另有所指",
        "write CUSTOM_ and capitals, digits and _, e.g. CUSTOM_POOL_CORE; CUSTOM_ISA_ has a meaning already",
    ),
]


class Pool(Model):
    """Hosts of one instruction set, in some centres; of one model, or of several generations."""

    centres: tuple[Id, ...] = Field(min_length=1)
    isa: Isa
    os: OsName
    """Operating system of the instances, ``family-version``."""
    hosts: HostCount
    """Hosts in each centre, or by centre, e.g. ``{c1: 4, c2: 4, r1: 2}``."""
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
    ecc: Annotated[Flag, Must("6.1.1-c")] = True
    """Memory corrects errors."""
    nvme: Annotated[Flag, Must("6.1.1-c")] = True
    """Storage speaks NVMe."""
    models: Mapping[Id, HostModel] = {}
    """Further generations of hosts, beside those that the fields above describe (7.5.1-b)."""
    baseline: CpuModel | None = None
    """CPU model that all its hosts show their instances, so that these move between generations (7.5.1-b)."""
    trait: Trait | None = None
    """What its hosts have and no other pool's, asked for beside the trait of the instruction set."""
    gpu: Gpu | None = None
    """Accelerators of each host; none by default."""
    accelerators: Mapping[AcceleratorId, Accelerator] = {}
    """Accelerators of several kinds, by name, whole or in shares; beside ``gpu``."""
    flavors: Mapping[FlavorSize, Existing] = {}
    """Flavors that exist, by ``<vcpus>x<memory_gib>``, e.g. ``8x32`` or ``8x32x2gpu``."""

    def standing(self, centre: str) -> tuple[Hosts, ...]:
        """The hosts in one of its centres, by model, its own first."""
        more = (
            Hosts(
                key,
                count_in(each.hosts, centre),
                each.cores,
                each.memory_gib,
                each.numa_nodes,
                each.accelerators,
            )
            for key, each in self.models.items()
        )
        return tuple(hosts for hosts in (self.own(centre), *more) if hosts.count)

    def hosts_in(self, centre: str) -> int:
        """How many hosts there are in one of its centres, of all models."""
        return sum(hosts.count for hosts in self.standing(centre))

    def own(self, centre: str) -> Hosts:
        """Its own hosts in one of its centres, those of no further generation; there may be none."""
        has = {key: kind.per_host for key, kind in self.kinds.items() if kind.per_host}
        count = count_in(self.hosts, centre)
        return Hosts("", count, self.cores, self.memory_gib, self.numa_nodes, has)

    @property
    def kinds(self) -> Mapping[str, Accelerator | Gpu]:
        """Its accelerators of every kind, those of ``gpu`` among them."""
        return {**({GPU: self.gpu} if self.gpu else {}), **self.accelerators}

    @property
    def differs(self) -> bool:
        """Whether its hosts are not as many everywhere, or not alike."""
        return bool(self.models) or not isinstance(self.hosts, int)
