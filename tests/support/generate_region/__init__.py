"""Regions that are good, of every shape that the model allows; shared by the tests of several rooms."""

from __future__ import annotations

import random

from tests.support.generate_region.calls import some_partners
from tests.support.generate_region.families import add_families
from tests.support.generate_region.places import (
    add_places,
    add_pools,
    add_systems,
    adopt_networks,
    give_hosts,
)
from tests.support.generate_region.words import NAMES, Data, existing, ids, maybe
from tests.support.generate_region.workloads import some_workloads

__all__ = ["Data", "good_region"]


def good_region(rng: random.Random, workloads: int = 14) -> Data:
    """A region that the model accepts, of at most so many workloads; equal generators give equal regions."""
    region: Data = {"version": 1, "region": _about(rng)}
    maybe(rng, region, "networks", _networks(rng))
    maybe(rng, region, "identity", _identity(rng))
    tenants = {key: _tenant(rng, n) for n, key in enumerate(ids(rng, "t", rng.randint(1, 4)))}
    if "intranet" not in region.get("networks", {}) and any("lan" in t for t in tenants.values()):
        for number, tenant in enumerate(tenants.values()):  # or staff of one were those of the others
            tenant["lan"] = _lan(rng, number)
    add_places(rng, region)
    maybe(rng, region, "tenants", tenants)
    add_pools(rng, region)
    maybe(rng, region, "storage", _storage(rng))
    maybe(rng, region, "domains", _domains())
    maybe(rng, region, "partners", some_partners(rng))
    region["workloads"] = some_workloads(rng, region, rng.randint(0, workloads))
    add_systems(rng, region)
    give_hosts(rng, region)
    adopt_networks(rng, region)
    add_families(rng, region)
    return region


def _about(rng: random.Random) -> Data:
    about = {
        "id": ids(rng, "r", 1)[0],
        "name": rng.choice(NAMES),
        "owner": ids(rng, "owner", 1)[0],
        "domain": rng.choice(("panyu.example", "cloud.hospital-7.test", "xn--fiqs8s.example", "a.b.c.d.ef")),
    }
    maybe(rng, about, "zone", existing(rng))
    maybe(rng, about, "describe", True)
    return about


def _networks(rng: random.Random) -> Data:
    first = rng.randint(1, 16_000_000)
    vni = {"first": first, "last": first + rng.randint(2000, 9000), "segments": rng.random() < 0.5}
    networks: Data = {}
    maybe(rng, networks, "ipv4", rng.choice(("10.64.0.0/12", "10.0.0.0/8", "172.16.0.0/13", "100.64.0.0/14")))
    maybe(rng, networks, "ipv6", rng.choice(("fd14:2025::/32", "fd00:1:2::/48", "fd70:db8:70::/44")))
    maybe(rng, networks, "vni", vni)
    maybe(
        rng,
        networks,
        "reserved",
        rng.sample(("192.168.0.0/16", "198.18.0.0/15", "fd99::/16"), rng.randint(0, 3)),
    )
    maybe(rng, networks, "intranet", rng.choice((["192.168.0.0/16"], ["172.30.0.0/16", "fd98::/16"])))
    return networks


def _identity(rng: random.Random) -> Data:
    """The standard's values, or stricter ones."""
    identity: Data = {"mfa": True, "sessions": 1}
    maybe(rng, identity, "password_days", rng.randint(1, 90))
    maybe(rng, identity, "lockout_failures", rng.randint(1, 5))
    maybe(rng, identity, "lockout_minutes", rng.randint(30, 1000))
    maybe(rng, identity, "session_minutes", rng.randint(1, 120))
    return identity


def _tenant(rng: random.Random, number: int) -> Data:
    tenant: Data = {"name": rng.choice(NAMES)}
    maybe(rng, tenant, "project", existing(rng))
    if rng.random() < 0.3:
        tenant["lan"] = _lan(rng, number)
    return tenant


def _lan(rng: random.Random, number: int) -> Data:
    by = rng.choice(({}, {"by": "line"}, {"by": "vpn", "gateway": f"192.0.2.{20 + number}"}))
    return {"prefixes": [f"172.{24 + number}.0.0/16", f"fd98:{number}::/48"], **by}


def _storage(rng: random.Random) -> Data:
    storage: Data = {}
    for tier in ("database", "block", "image", "general", "archive"):
        entry: Data = {"copies": rng.randint(2, 5)}
        maybe(rng, entry, "iops", rng.randint(100, 100_000))
        maybe(rng, entry, "type", {"existing": f"their-{tier}"})
        maybe(rng, entry, "encrypted_type", {"existing": f"加密-{tier}"})
        if tier == "archive":
            maybe(rng, entry, "retention_years", rng.randint(30, 99))
        maybe(
            rng,
            entry,
            "backend",
            "centralised" if tier == "database" else rng.choice(("centralised", "distributed")),
        )
        maybe(rng, storage, tier, entry)
    return storage


def _domains() -> Data:
    return {
        "core": {"levels": [4, 5]},
        "business": {"levels": [2, 3]},
        "dmz": {"name": "互联网区", "levels": [1, 2], "exposed": True},
        "inner": {"levels": [1]},
    }
