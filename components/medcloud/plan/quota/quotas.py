"""One quota for each tenant with one and each OpenStack region in which it has anything (7.5.2.1-a)."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from medcloud.model import Region
from medcloud.model.needs import needs
from medcloud.plan.births import birth
from medcloud.plan.names import name
from medcloud.plan.quota import QuotaPlan
from medcloud.standard.decides import decides


@decides("7.5.2.1-a")
def quotas(region: Region) -> Iterator[QuotaPlan]:
    """By tenant, in file order."""
    for key, tenant in region.tenants.items():
        if tenant.quota is None or tenant.project is None:
            continue
        for need in needs(region, key):
            yield QuotaPlan(
                name=name(region, birth(region, "tenants", key), "quota", need.region),
                tenant=key,
                project=tenant.project.existing,
                region=need.region,
                admin=region.centres[need.centres[0]].admin_cloud,
                centres=need.centres,
                limits=MappingProxyType(dict(tenant.quota.limits)),
                needed=MappingProxyType(dict(need.amounts)),
            )
