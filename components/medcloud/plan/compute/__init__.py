"""Pools of hosts, and the workloads that run on them."""

from medcloud.plan.compute.slice import (
    FlavorPlan,
    HostModelPlan,
    ImagePlan,
    InstancePlan,
    PlacementPlan,
    PoolPlan,
    WorkloadPlan,
)

__all__ = [
    "FlavorPlan",
    "HostModelPlan",
    "ImagePlan",
    "InstancePlan",
    "PlacementPlan",
    "PoolPlan",
    "WorkloadPlan",
]
