"""Zones and records (designate)."""

from __future__ import annotations

from medcloud.recover.openstack.lookup_rule import LookupRule

TYPES = {
    "dns/zone": LookupRule("dns", "/zones", "zones", {"name": "name"}, settling=("PENDING",)),
    "dns/recordSet": LookupRule(
        "dns",
        "/zones/{zoneId}/recordsets",
        "recordsets",
        {"name": "name", "type": "type"},
        id="{zoneId}/{id}",
        settling=("PENDING",),
    ),
    "dns/quotaV2": LookupRule(again=True),
}
