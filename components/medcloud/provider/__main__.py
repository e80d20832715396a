"""Serves the components; the schema follows from their argument types and docstrings."""

from pulumi.provider.experimental import component_provider_host

import medcloud
from medcloud.cloud import (
    ComputePool,
    Firewall,
    KeyStore,
    LoadBalancer,
    Names,
    ObjectStore,
    SecurityDomain,
    SiteLink,
    StorageTier,
    TenantQuota,
    Workload,
)
from medcloud.provider.region import Region

if __name__ == "__main__":
    component_provider_host(
        name="medcloud",
        version=medcloud.__version__,
        components=[
            ComputePool,
            Firewall,
            KeyStore,
            LoadBalancer,
            Names,
            ObjectStore,
            Region,
            SecurityDomain,
            SiteLink,
            StorageTier,
            TenantQuota,
            Workload,
        ],
    )
