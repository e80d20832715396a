"""Pools of hosts of one instruction set (6.1.1, 7.5.1-c)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StrictStr, WithJsonSchema

from medcloud.model.base import Model
from medcloud.model.existing import Existing
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
        r"^[1-9][0-9]{0,5}x[1-9][0-9]{0,5}(x[1-9][0-9]{0,2}gpu)?$",
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


class Pool(Model):
    """Equal hosts, the same number in each of its centres."""

    centres: tuple[Id, ...] = Field(min_length=1)
    isa: Isa
    os: OsName
    """Operating system of the instances, ``family-version``."""
    hosts: Count
    """Hosts in each centre."""
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
    trait: Trait | None = None
    """What its hosts have and no other pool's, asked for beside the trait of the instruction set."""
    gpu: Gpu | None = None
    """Accelerators of each host; none by default."""
    flavors: Mapping[FlavorSize, Existing] = {}
    """Flavors that exist, by ``<vcpus>x<memory_gib>``, e.g. ``8x32`` or ``8x32x2gpu``."""
