"""Pools of hosts of one instruction set (6.1.1, 7.5.1-c)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, StrictStr, WithJsonSchema

from .base import Model
from .existing import Existing
from .limit import Limit, Must
from .problem import refuse
from .shown import shown
from .text import Count, Flag, Id, Key, OsName

IsaId = Literal["x86_64", "c86", "arm64", "loongarch64"]
_ISAS = get_args(IsaId)
FlavorSize = Annotated[
    StrictStr,
    Key(
        r"^[1-9][0-9]{0,5}x[1-9][0-9]{0,5}$",
        "写 <vCPU 数>x<内存 GiB>，如 8x32",
        "write <vcpus>x<memory_gib>, e.g. 8x32",
    ),
]


def _isa(value: Any) -> Any:
    if value in _ISAS:
        return value
    raise refuse(
        f"指令集“{shown(value)}”不在标准之列",
        f"instruction set “{shown(value)}” is not one the standard names",
        f"写 {'、'.join(_ISAS)} 之一",
        f"write one of {', '.join(_ISAS)}",
        item="7.5.1-c",
    )


Isa = Annotated[
    IsaId,
    BeforeValidator(_isa),
    WithJsonSchema({"type": "string", "enum": list(_ISAS), "x-item": "7.5.1-c"}),
]


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
    flavors: Mapping[FlavorSize, Existing] = {}
    """Flavors that exist, by ``<vcpus>x<memory_gib>``, e.g. ``8x32``."""
