"""Pulumi components on OpenStack: each takes a slice of the plan and makes resources of it."""

from medcloud.cloud.compute_pool import ComputePool
from medcloud.cloud.data_center import DataCenter
from medcloud.cloud.firewall import Firewall
from medcloud.cloud.key_store import KeyStore
from medcloud.cloud.load_balancer import LoadBalancer
from medcloud.cloud.names import Names
from medcloud.cloud.object_store import ObjectStore
from medcloud.cloud.region import Region
from medcloud.cloud.security_domain import SecurityDomain
from medcloud.cloud.settings import Settings
from medcloud.cloud.site_link import SiteLink
from medcloud.cloud.storage_tier import StorageTier
from medcloud.cloud.volume_type_encryption import VolumeTypeEncryption
from medcloud.cloud.workload import Workload

__all__ = [
    "ComputePool",
    "DataCenter",
    "Firewall",
    "KeyStore",
    "LoadBalancer",
    "Names",
    "ObjectStore",
    "Region",
    "SecurityDomain",
    "Settings",
    "SiteLink",
    "StorageTier",
    "VolumeTypeEncryption",
    "Workload",
]
