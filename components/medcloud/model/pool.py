"""Pools of hosts of one instruction set (6.1.1, 7.5.1-c)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from .base import Model
from .existing import Existing
from .text import Flag, Id, OsName, Whole

Isa = Literal["x86_64", "c86", "arm64", "loongarch64"]


class Pool(Model):
    """Equal hosts, the same number in each of its centres."""

    centres: tuple[Id, ...]
    isa: Isa
    os: OsName
    """Operating system of the instances, ``family-version``."""
    hosts: Whole
    """Hosts in each centre."""
    cores: Whole
    """Physical cores a host."""
    memory_gib: Whole
    """Memory a host, GiB."""
    storage_gbps: Whole
    """Storage bandwidth a host, Gbit/s."""
    numa_nodes: Whole = 1
    """NUMA nodes a host (7.3.1.2-a)."""
    ecc: Flag = True
    nvme: Flag = True
    flavors: Mapping[str, Existing] = {}
    """Flavors that exist, by ``<vcpus>x<memory_gib>``, e.g. ``8x32``."""
