"""Sites, centres, pools with their hosts and images, and networks that exist."""

from __future__ import annotations

import random

from tests.support.generate_region.words import DOMESTIC, NAMES, SYSTEMS, Data, existing, ids, maybe, shuffled

_PLAIN = str.maketrans("/", " ")
ISAS = ("x86_64", *DOMESTIC)
ARCHITECTURES = {"x86_64": "x86", "c86": "x86", "arm64": "arm", "loongarch64": "loongarch"}
CITIES = ("guangzhou", "shaoguan", "shenzhen", "foshan", "zhuhai", "meizhou")


def add_places(rng: random.Random, region: Data) -> None:
    """Sites and centres: active ones in one city, recovery in others, public and edge anywhere."""
    home, *away = rng.sample(CITIES, len(CITIES))
    counts = {"active": rng.randint(2, 4), "recovery": rng.randint(1, 2), "public": rng.randint(0, 2)}
    roles = [role for role, count in counts.items() for _ in range(count)] + ["edge"] * rng.randint(0, 3)
    region["sites"], region["centres"] = {}, {}
    for number, (role, site, key) in enumerate(
        zip(roles, ids(rng, "site", len(roles)), ids(rng, "c", len(roles)), strict=True)
    ):
        city = home if role == "active" else rng.choice(away) if role == "recovery" else rng.choice(CITIES)
        region["sites"][site] = {"name": rng.choice(NAMES), "city": city}
        centre: Data = {
            "role": role,
            "site": site,
            "cloud": "private",
            "region": "RegionOne",
            "zone": f"az-{number}",
        }
        maybe(rng, centre, "admin", "admin")
        maybe(rng, centre, "name", rng.choice(NAMES))
        centre["external"] = "public net"
        if role in ("active", "recovery"):
            maybe(rng, centre, "dns", True)
        if rng.random() < 0.2:
            centre["prefix_length"] = rng.randint(18, 20)  # room for as many networks as it may get
        elif rng.random() < 0.2:
            centre["ipv4"] = f"10.{200 + number}.0.0/{rng.randint(16, 22)}"  # more standbys, more networks
            centre["ipv6"] = f"fd77:{number}::/48"
        region["centres"][key] = centre
    if rng.random() < 0.5:
        region["centres"] = shuffled(rng, region["centres"])
    if region.get("networks", {}).get("ipv4") == "10.0.0.0/8":
        region["networks"]["ipv4"] = "10.0.0.0/9"


def add_pools(rng: random.Random, region: Data) -> None:
    """A pool in every private centre, and some of other kinds; an image for each system."""
    by_role: dict[str, list[str]] = {}
    for key, centre in region["centres"].items():
        by_role.setdefault(centre["role"], []).append(key)
    private = by_role["active"] + by_role["recovery"]
    places = [private] + [
        rng.sample(list(region["centres"]), rng.randint(1, 3)) for _ in range(rng.randint(0, 3))
    ]
    places += [by_role[role] for role in ("public", "edge") if role in by_role]
    region["pools"] = {
        key: _pool(rng, list(centres), ISAS if number else DOMESTIC)
        for number, (key, centres) in enumerate(zip(ids(rng, "pool", len(places)), places, strict=True))
    }
    for number, pool in enumerate(region["pools"].values()):
        others = [
            other for other in region["pools"].values() if other is not pool and other["isa"] == pool["isa"]
        ]
        if any({*other["centres"]} & {*pool["centres"]} for other in others) or rng.random() < 0.2:
            pool["trait"] = f"CUSTOM_POOL_{number}"
    region["images"] = {}
    for pool in region["pools"].values():
        same = {
            ARCHITECTURES[other["isa"]] for other in region["pools"].values() if other["os"] == pool["os"]
        }
        key = pool["os"] if len(same) == 1 and rng.random() < 0.7 else f"{pool['os']}/{pool['isa']}"
        theirs = {"existing": f"{existing(rng)['existing']} {key.translate(_PLAIN)}"}
        region["images"][key] = rng.choice(({"file": "images/cloud.img"}, theirs))


def _pool(rng: random.Random, centres: list[str], isas: tuple[str, ...]) -> Data:
    nodes = rng.choice((1, 2, 4, 8))
    pool: Data = {"centres": centres, "isa": rng.choice(isas), "os": rng.choice(SYSTEMS)}
    pool |= {
        "hosts": rng.randint(2, 40),
        "cores": nodes * rng.randint(32, 64),
        "storage_gbps": rng.randint(10, 400),
    }
    pool |= rng.choice(({"memory_gib": rng.randint(1024, 8192)}, {"memory_gib": 512, "memory_max_gib": 2048}))
    maybe(rng, pool, "numa_nodes", nodes)
    maybe(rng, pool, "ecc", True)
    maybe(rng, pool, "nvme", True)
    if rng.random() < 0.3:  # enough for all workloads that there can be
        pool["accelerators"] = {
            "npu": {"alias": "npu", "per_host": 60},
            "share": {"resource": rng.choice(("VGPU", "CUSTOM_A40_8Q")), "per_host": 60},
        }
    maybe(rng, pool, "flavors", {"8x32": existing(rng)})
    return pool


def add_systems(rng: random.Random, region: Data) -> None:
    """Some workloads boot another system than their pool's, with an image of its own."""
    for key, workload in region["workloads"].items():
        if rng.random() < 0.2:
            pool = region["pools"][workload["pool"]]
            workload["os"] = rng.choice([system for system in SYSTEMS if system != pool["os"]])
            image = rng.choice(({"file": "images/own.img"}, {"existing": f"own {key}"}))
            region["images"].setdefault(f"{workload['os']}/{pool['isa']}", image)


def give_hosts(rng: random.Random, region: Data) -> None:
    """As many hosts in each centre as there are cores needed, if every vCPU were one; often some more."""
    for key, pool in region["pools"].items():
        sizes = [w["size"] for w in region["workloads"].values() if w["pool"] == key]
        need = sum(size["instances"] * size["vcpus"] for size in sizes)
        hosts = max(pool["hosts"], -(-need // pool["cores"]))
        if rng.random() < 0.5:
            pool["hosts"] = {centre: hosts + rng.randint(0, 2) for centre in pool["centres"]}
        else:
            pool["hosts"] = hosts
        if rng.random() < 0.3:
            _generations(rng, pool)


def _generations(rng: random.Random, pool: Data) -> None:
    """Further hosts beside those that are enough, with what all of them show their instances."""
    pool["baseline"] = rng.choice(("Dhyana", "Kunpeng-920", "max"))
    pool["models"] = {
        key: {
            "hosts": rng.choice((1, {rng.choice(pool["centres"]): 3})),
            "cores": pool["cores"] * 2,
            "memory_gib": 2048,
            "storage_gbps": 100,
            "numa_nodes": pool.get("numa_nodes", 1) * rng.choice((1, 2)),
        }
        for key in ids(rng, "gen", rng.randint(1, 2))
    }


def adopt_networks(rng: random.Random, region: Data) -> None:
    tenants = list(region.get("tenants", {"default": {}}))
    domains = list(region.get("domains", {"core": {}, "business": {}, "dmz": {}}))
    for number, centre in enumerate(region["centres"].values()):
        if rng.random() < 0.1:
            name = f"{rng.choice(tenants)}/{rng.choice(domains)}"
            centre["networks"] = {name: {**existing(rng), "ipv4": f"10.{224 + number}.0.0/20"}}
