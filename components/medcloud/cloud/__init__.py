"""Pulumi components on OpenStack: each takes a slice of the plan and makes resources of it."""

from medcloud.cloud.compute_pool import ComputePool, ComputePoolArgs, FlavorArgs, ImageArgs
from medcloud.cloud.data_center import DataCenter, DataCenterArgs
from medcloud.cloud.evidence_gate import require_evidence
from medcloud.cloud.firewall import Firewall, FirewallArgs, FirewallRuleArgs
from medcloud.cloud.key_store import KeyStore, KeyStoreArgs
from medcloud.cloud.load_balancer import ListenerArgs, LoadBalancer, LoadBalancerArgs, MemberArgs
from medcloud.cloud.load_plan import load_plan
from medcloud.cloud.names import Names, NamesArgs, RecordArgs
from medcloud.cloud.object_store import ContainerArgs, ObjectStore, ObjectStoreArgs
from medcloud.cloud.outputs import Addresses, Endpoint, Endpoints
from medcloud.cloud.providers import Clouds
from medcloud.cloud.region import Region
from medcloud.cloud.security_domain import SecurityDomain, SecurityDomainArgs, SubnetArgs
from medcloud.cloud.security_group import GroupArgs, RuleArgs
from medcloud.cloud.settings import Settings
from medcloud.cloud.site_link import SiteLink, SiteLinkArgs
from medcloud.cloud.storage_tier import StorageTier, StorageTierArgs
from medcloud.cloud.tenant_quota import TenantQuota, TenantQuotaArgs
from medcloud.cloud.volume_type_encryption import VolumeTypeEncryption
from medcloud.cloud.workload import InstanceArgs, VolumeArgs, Workload, WorkloadArgs, WorkloadSubnetArgs

__all__ = [
    "Addresses",
    "Clouds",
    "ComputePool",
    "ComputePoolArgs",
    "ContainerArgs",
    "DataCenter",
    "DataCenterArgs",
    "Endpoint",
    "Endpoints",
    "Firewall",
    "FirewallArgs",
    "FirewallRuleArgs",
    "FlavorArgs",
    "GroupArgs",
    "ImageArgs",
    "InstanceArgs",
    "KeyStore",
    "KeyStoreArgs",
    "ListenerArgs",
    "LoadBalancer",
    "LoadBalancerArgs",
    "MemberArgs",
    "Names",
    "NamesArgs",
    "ObjectStore",
    "ObjectStoreArgs",
    "RecordArgs",
    "Region",
    "RuleArgs",
    "SecurityDomain",
    "SecurityDomainArgs",
    "Settings",
    "SiteLink",
    "SiteLinkArgs",
    "StorageTier",
    "StorageTierArgs",
    "SubnetArgs",
    "TenantQuota",
    "TenantQuotaArgs",
    "VolumeArgs",
    "VolumeTypeEncryption",
    "Workload",
    "WorkloadArgs",
    "WorkloadSubnetArgs",
    "load_plan",
    "require_evidence",
]
