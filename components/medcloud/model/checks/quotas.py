"""Quotas belong to a project of the tenant's own, and its workloads fit them (7.5.2.1-a)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.needs import needs
from medcloud.model.quota import Quota
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


def own(region: Region) -> Iterator[Problem]:
    """Quotas that say nothing, or of a project that is not the tenant's alone."""
    for key, tenant in region.tenants.items():
        if tenant.quota is None:
            continue
        loc = ("tenants", key, "quota")
        if not tenant.quota.limits:
            known = ", ".join(Quota.model_fields)
            yield Problem(
                loc, Text("配额为空", "the quota is empty"), Text(f"写 {known} 之一", f"write one of {known}")
            )
        if tenant.project is None:
            yield Problem(
                loc,
                Text(
                    "配额属于项目，而此机构没有自己的项目",
                    "a quota is of a project, and this tenant has none",
                ),
                Text(
                    f"在 tenants.{key} 写 project: {{existing: 名称}}，或删去 quota",
                    f"write project: {{existing: NAME}} in tenants.{key}, or leave quota out",
                ),
            )
        elif others := _others(region, key, tenant.project.existing):
            yield Problem(
                loc,
                Text(
                    f"{others} 也用此项目，配额会一并限制它们",
                    f"{others} use this project too and would be limited",
                ),
                Text(
                    "给此机构一个自己的项目，或删去 quota",
                    "give this tenant a project of its own, or leave quota out",
                ),
            )


def _others(region: Region, tenant: str, project: str) -> str:
    """Who else uses a project: other tenants, and centres for whoever has none."""
    same = [
        f"tenants.{key}"
        for key, each in region.tenants.items()
        if key != tenant and each.project is not None and each.project.existing == project
    ]
    return ", ".join(
        same + [f"centres.{key}" for key, each in region.centres.items() if each.cloud == project]
    )


@decides("7.5.2.1-a")
def enough(region: Region) -> Iterator[Problem]:
    """Quotas that are less than a tenant's workloads need, each by the OpenStack region that needs most."""
    for key, tenant in region.tenants.items():
        limits = tenant.quota.limits if tenant.quota and tenant.project else {}
        needed = [*needs(region, key)] if limits else []
        for field, limit in limits.items():
            worst = max(needed, key=lambda need: need.amounts[field], default=None)
            if worst is not None and worst.amounts[field] > limit:
                need, where = worst.amounts[field], f"{worst.region} ({', '.join(worst.centres)})"
                yield Problem(
                    ("tenants", key, "quota", field),
                    Text(
                        f"该机构的业务在 {where} 需 {need}", f"the tenant's workloads need {need} in {where}"
                    ),
                    Text(
                        f"写 {need} 或更大，或减小其业务",
                        f"write {need} or more, or make its workloads smaller",
                    ),
                    "7.5.2.1-a",
                )
