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
    maybe(rng, region, "storage", _storage(rng, [*region["centres"]]))
    maybe(rng, region, "domains", _domains())
    maybe(rng, region, "partners", some_partners(rng))
    region["workloads"] = some_workloads(rng, region, rng.randint(0, workloads))
    for number, tenant in enumerate(region.get("tenants", {}).values()):
        if rng.random() < 0.2:
            tenant |= {"project": {"existing": f"project {number}"}, "quota": _quota(rng)}
    add_systems(rng, region)
    give_hosts(rng, region)
    adopt_networks(rng, region)
    add_families(rng, region)
    _encrypt(rng, region)
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


def _quota(rng: random.Random) -> Data:
    """More than all workloads that there can be need."""
    fields = ("cores", "memory_gib", "instances", "volumes", "volumes_gib")
    return {field: rng.randint(1_000_000, 2_000_000) for field in rng.sample(fields, rng.randint(1, 5))}


def _lan(rng: random.Random, number: int) -> Data:
    by = rng.choice(({}, {"by": "line"}, {"by": "vpn", "gateway": f"192.0.2.{20 + number}"}))
    return {"prefixes": [f"172.{24 + number}.0.0/16", f"fd98:{number}::/48"], **by}


def _storage(rng: random.Random, centres: list[str]) -> Data:
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
        if rng.random() < 0.3:
            entry |= _capacity(rng, centres)
        if entry.get("backend") == "distributed" and rng.random() < 0.5:
            del entry["copies"]
            entry["erasure"] = {"data": rng.randint(2, 8), "parity": rng.randint(1, 3)}
        maybe(rng, storage, tier, entry)
    return storage


def _encrypt(rng: random.Random, region: Data) -> None:
    """By SM4 in hardware for all where a workload needs that, else by software or by nothing."""
    storage = region.setdefault("storage", {})
    way = rng.choice(("software", "hardware", ""))
    if any(workload["level"] == 5 for workload in region["workloads"].values()):
        way = "hardware"
    for tier in ("database", "block", "image", "general", "archive") if way else ():
        storage.setdefault(tier, {})["sm4"] = way


def _capacity(rng: random.Random, centres: list[str]) -> Data:
    """More than all workloads that there can be place, for longer than it must last."""
    said: Data = {"capacity": f"{rng.randint(1, 8)}PiB"}
    if rng.random() < 0.5:
        said["capacity"] = {key: f"{rng.randint(1500, 9000)}TiB" for key in rng.sample(centres, 2)}
    maybe(rng, said, "stored", f"{rng.randint(1, 90_000)}GiB")
    maybe(rng, said, "growth", f"{rng.randint(1, 90)}TiB")
    if "growth" in said:
        maybe(rng, said, "lasts_years", rng.randint(1, 7))
    return said


def _domains() -> Data:
    return {
        "core": {"levels": [4, 5]},
        "business": {"levels": [2, 3]},
        "dmz": {"name": "互联网区", "levels": [1, 2], "exposed": True},
        "inner": {"levels": [1]},
    }
