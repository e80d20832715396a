"""Pools of hosts with their sizes and images, and the workloads that run on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from medcloud.model.kinds import KindId
from medcloud.plan.network import BalancerPlan, RulePlan
from medcloud.plan.protection import Protection
from medcloud.plan.storage import ContainerPlan, VolumePlan
from medcloud.standard.words import Isa


@dataclass(frozen=True, slots=True)
class FlavorPlan:
    """A size on one pool's hosts."""

    name: str
    vcpus: int
    ram_mib: int
    disk_gib: int
    """Root disk; the data sits on volumes."""
    extra_specs: Mapping[str, str]
    """NUMA and CPU policy (7.3.1.2-a) and the trait of the ISA."""
    existing: str | None


@dataclass(frozen=True, slots=True)
class ImagePlan:
    """An operating system image for one ISA (7.1.2.1)."""

    name: str
    os: str
    """e.g. ``openeuler-24.03``."""
    isa: Isa
    file: str | None
    """Path beside the region file to upload from; None when the image exists."""
    existing: str | None
    properties: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HostModelPlan:
    """Equal hosts of a pool in one centre, where it has several generations."""

    id: str
    """Empty: the pool's own."""
    hosts: int
    cores: int
    """Physical cores a host."""
    memory_gib: int
    numa_nodes: int
    accelerators: Mapping[str, int]
    """A host's, by kind."""


@dataclass(frozen=True, slots=True)
class PoolPlan:
    """Hosts of one ISA in one centre (6.1.1)."""

    id: str
    centre: str
    name: str
    isa: Isa
    os: str
    hosts: int
    cores: int
    """Physical cores of its least host."""
    memory_gib: int
    """Memory of its least host."""
    flavors: tuple[FlavorPlan, ...]
    image: ImagePlan
    labels: Mapping[str, str]
    models: tuple[HostModelPlan, ...] = ()
    """Its generations; none where its hosts are alike."""
    more_images: tuple[ImagePlan, ...] = ()
    """Of workloads whose system is not the pool's."""
    baseline: str | None = None
    """CPU model that its hosts show their instances; None: each its own."""

    @property
    def images(self) -> tuple[ImagePlan, ...]:
        """What instances boot from: its own system's first."""
        return (self.image, *self.more_images)


@dataclass(frozen=True, slots=True)
class InstancePlan:
    """One server with fixed addresses."""

    name: str
    index: int
    """Stable number within workload and centre, from 0."""
    v4: str
    """Empty in a network of IPv6 alone."""
    v6: str
    """Empty in a network that exists without IPv6."""
    flavor: str
    image: str
    volumes: tuple[VolumePlan, ...]
    boot: VolumePlan | None
    """The volume that it boots from, made of its image; None: its host's own disk."""
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlacementPlan:
    """A workload in one centre."""

    centre: str
    domain: str
    """Key of the DomainPlan."""
    name: str
    pool: str
    instances: tuple[InstancePlan, ...]
    anti_affinity: bool
    rules: tuple[RulePlan, ...]
    balancer: BalancerPlan | None
    containers: tuple[ContainerPlan, ...]
    key_pair: str | None
    """Name of an SSH key pair that exists; None for none."""
    labels: Mapping[str, str]
    after: tuple[str, ...] = ()
    """Names of the placements in this centre that are up before it."""
    rule_labels: Mapping[str, str] = field(default_factory=dict)
    """Labels of its security group's rules that are not those of now, but of before it was renamed."""
    kept: tuple[VolumePlan, ...] = ()
    """Data volumes that outlive their servers: those of a retired workload."""
    described: str = ""
    """What people call it, where descriptions in the cloud say so."""

    @property
    def volumes(self) -> tuple[VolumePlan, ...]:
        """Its data volumes, on servers or kept without."""
        return tuple(volume for instance in self.instances for volume in instance.volumes) + self.kept


@dataclass(frozen=True, slots=True)
class WorkloadPlan:
    """A workload of the region."""

    id: str
    kind: KindId
    tenant: str
    level: int
    exposure: Literal["internal", "public"]
    protection: Protection
    placements: tuple[PlacementPlan, ...]
    local: bool = False
    """Whether workloads reach it in their own centre alone."""
