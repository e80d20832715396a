"""Tenants whose balancers have IPv6 too, or that have IPv6 alone, where all whom they meet have it."""

from __future__ import annotations

import random

from tests.support.generate_region.words import Data

_V6 = "fd97::/32"


def add_families(rng: random.Random, region: Data) -> None:
    """Some of them; networks that exist have no IPv6 here."""
    tenants = region.get("tenants", {})
    if any("networks" in centre for centre in region["centres"].values()) or rng.random() < 0.5:
        return
    for tenant in tenants.values():
        tenant["ip"] = "both"
    public = any(workload.get("exposure") == "public" for workload in region["workloads"].values())
    if tenants and not public and rng.random() < 0.5:
        tenants[rng.choice(list(tenants))]["ip"] = "v6"
        for number, partner in enumerate(region.get("partners", {}).values()):
            _with_v6(partner["prefixes"], f"2001:db8:a{number}::/64")
        networks = region.get("networks", {})
        for staff in [networks[word] for word in ("intranet", "reserved") if networks.get(word)][:1]:
            _with_v6(staff, _V6)


def _with_v6(prefixes: list[str], prefix: str) -> None:
    if not any(":" in each for each in prefixes):
        prefixes.append(prefix)
