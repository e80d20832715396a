"""Pulumi components on OpenStack: each takes a slice of the plan and makes resources of it."""

from medcloud.cloud.compute_pool import ComputePool
from medcloud.cloud.load_balancer import LoadBalancer
from medcloud.cloud.security_domain import SecurityDomain
from medcloud.cloud.storage_tier import StorageTier
from medcloud.cloud.volume_type_encryption import VolumeTypeEncryption
from medcloud.cloud.workload import Workload

__all__ = [
    "ComputePool",
    "LoadBalancer",
    "SecurityDomain",
    "StorageTier",
    "VolumeTypeEncryption",
    "Workload",
]
