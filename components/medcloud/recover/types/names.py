"""Zones and records (designate)."""

from __future__ import annotations

from medcloud.recover.lookup_rule import Row

NAMES = {
    "dns/zone": Row("dns", "/zones", "zones", {"name": "name"}, settling=("PENDING",)),
    "dns/recordSet": Row(
        "dns",
        "/zones/{zoneId}/recordsets",
        "recordsets",
        {"name": "name", "type": "type"},
        id="{zoneId}/{id}",
        settling=("PENDING",),
    ),
    "dns/quotaV2": Row(again=True),
}
