"""Workloads: where they run and how their data level protects them (table C.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from medcloud.plan.shapes.compute import InstancePlan
from medcloud.plan.shapes.network import RulePlan
from medcloud.plan.shapes.storage import ContainerPlan


@dataclass(frozen=True, slots=True)
class Protection:
    """What the data level asks for."""

    level: int
    rpo_seconds: int | None
    rto_seconds: int | None
    cipher: str
    encrypted: bool
    access: str
    audit_seconds: int | None


@dataclass(frozen=True, slots=True)
class BalancerPlan:
    """The load balancer before a workload's instances in one centre."""

    name: str
    v4: str
    """The VIP."""
    port: int
    member_port: int
    tls_versions: tuple[str, ...]
    algorithm: str
    """As octavia names it, e.g. ``LEAST_CONNECTIONS``."""
    monitor_path: str
    certificate: str | None
    """Name of a certificate container that exists in the key manager; None: the region's own."""
    floating: bool
    """Whether the VIP is reachable from outside."""
    allowed_cidrs: tuple[str, ...] = ()
    """Who may connect to the VIP: the callers that the region file names; empty: nobody."""


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


@dataclass(frozen=True, slots=True)
class WorkloadPlan:
    """A workload of the region."""

    id: str
    kind: str
    tenant: str
    level: int
    exposure: str
    """``internal`` or ``public``."""
    protection: Protection
    placements: tuple[PlacementPlan, ...]
