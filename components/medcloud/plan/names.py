"""Names and labels of everything that is made (docs/conventions.md)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from medcloud.model import Region
from medcloud.plan.births import birth
from medcloud.standard.words import PUBLIC_DOMAINS

_NO_LABEL = str.maketrans(";=", "；＝")
_LONGEST = 255  # characters that the clouds leave for a description
_LOCATION = {"active": "private", "recovery": "recovery", "public": "public", "edge": "edge"}
SAFE = str.maketrans({"/": "_", ":": "-"})
"""Makes a CIDR part of a resource's key: ``::`` has a meaning of its own in the engine's names."""


def name(region: Region, *parts: object) -> str:
    """``region-part-part``, e.g. ``panyu-c1-his-0``."""
    return "-".join((region.region.id, *map(str, parts)))


def workload_name(region: Region, centre: str, workload: str, *more: object) -> str:
    """The name of a workload's thing in a centre: by what the workload was called when it was made."""
    return name(region, centre, birth(region, "workloads", workload), *more)


def network_name(region: Region, centre: str, tenant: str, domain: str) -> str:
    """The name of a network: by what tenant and domain were called when it was made."""
    return name(region, centre, birth(region, "tenants", tenant), birth(region, "domains", domain))


def described(region: Region, **ids: str) -> str:
    """What people call things, by section and id, for descriptions in the cloud; empty unless asked for.

    A description is read as labels too, so nothing in a name may look like one.
    """
    found = (getattr(getattr(region, section)[id_], "name", None) for section, id_ in ids.items())
    text = " ".join(name for name in found if name).translate(_NO_LABEL)
    return text[:_LONGEST] if region.region.describe else ""


def region_labels(region: Region) -> Mapping[str, str]:
    """What everything of a region carries."""
    about = region.region
    return MappingProxyType({"region": about.id, "owner": about.owner, "managed": "medcloud"})


def centre_labels(region: Region, centre: str, **more: str) -> Mapping[str, str]:
    """What everything in a centre carries, and more."""
    location = _LOCATION[region.centres[centre].role]
    return MappingProxyType({**region_labels(region), "centre": centre, "location": location, **more})


def domain_labels(region: Region, centre: str, tenant: str, domain: str) -> Mapping[str, str]:
    """What a network carries; its level is the highest that its security domain admits."""
    level = str(max(region.domains[domain].levels))
    return centre_labels(region, centre, tenant=tenant, domain=domain, level=level)


def rule_labels(region: Region, workload: str) -> Mapping[str, str]:
    """What rules of a renamed workload's security group carry instead of its labels.

    A rule with another description would be made anew, and what it lets through be cut off.
    """
    now = {
        "workloads": workload,
        "tenants": region.tenant_of(workload),
        "domains": region.domain_of(workload),
    }
    then = {section: birth(region, section, id_) for section, id_ in now.items()}
    if now["domains"] in PUBLIC_DOMAINS:
        then["domains"] = now["domains"]  # what may face the public is told by it
    return MappingProxyType(
        {section.removesuffix("s"): then[section] for section in now if then[section] != now[section]}
    )


def workload_labels(region: Region, centre: str, workload: str) -> Mapping[str, str]:
    """What everything of a workload in a centre carries."""
    found = region.workloads[workload]
    return centre_labels(
        region,
        centre,
        tenant=region.tenant_of(workload),
        domain=region.domain_of(workload),
        workload=workload,
        kind=found.kind,
        level=str(found.level),
    )
