"""Regions that are good, of every shape that the model allows; shared by the tests of several rooms."""

from __future__ import annotations

import random
from typing import Any

from medcloud.model.services import SERVICES

Data = dict[str, Any]

DOMESTIC = ("c86", "arm64", "loongarch64")
ISAS = ("x86_64", *DOMESTIC)
ARCHITECTURES = {"x86_64": "x86", "c86": "x86", "arm64": "arm", "loongarch64": "loongarch"}
CLOSED_PORTS = {20, 21, 22, 23, 69, 80, 104, 110, 143, 389, 512, 513, 514, 2375, 2376, 2379, 2575, 3389, 5900}
CLOSED_PORTS |= {5985, 5986, 6443, 8080, 10250, 11112}
"""Of plaintext protocols, and of what manages hosts."""
SYSTEMS = ("openeuler-24.03", "openeuler-22.03-lts", "kylin-v10", "uos-20", "anolis-8", "anolis-23.1")
ROLES = ("active", "recovery", "public", "edge")
CITIES = ("guangzhou", "shaoguan", "shenzhen", "foshan", "zhuhai", "meizhou")
NAMES = (
    "番禺区域医疗云",
    "市桥院区",
    "Shiqiao campus",
    "大岗镇卫生院：分部",
    "“北”区 #2",
    "St. Mary's",
    "a: b",
    "No. 1, [east]",
)
STEMS = (
    "his",
    "emr",
    "lis",
    "pacs",
    "portal",
    "ai",
    "gate",
    "ward",
    "lab",
    "dept",
    "no",
    "yes",
    "on",
    "x",
    "team-a",
)
PORTS = (443, 1521, 5432, 8443, 9443, 11443, 50000, 65535)
_PLAIN = str.maketrans("/", " ")
TIERS = {
    "his": ("block", "database"),
    "emr": ("block", "database"),
    "lis": ("block", "database"),
    "pacs": ("image", "block"),
    "database": ("database",),
    "portal": ("general", "block"),
    "oa": ("general", "block"),
    "archive": ("archive",),
    "ai": ("general", "block", "image"),
    "research": ("general", "block", "image"),
    "edge": ("general", "block"),
    "jump": ("general", "block"),
    "logs": ("general", "block"),
    "generic": ("general", "block", "image", "database"),
}


def good_region(rng: random.Random, workloads: int = 14) -> Data:
    """A region that the model accepts, of at most so many workloads; equal generators give equal regions."""
    region: Data = {"version": 1, "region": _about(rng)}
    _maybe(rng, region, "networks", _networks(rng))
    _maybe(rng, region, "identity", _identity(rng))
    tenants = {key: _tenant(rng, n) for n, key in enumerate(_ids(rng, "t", rng.randint(1, 4)))}
    if "intranet" not in region.get("networks", {}) and any("lan" in t for t in tenants.values()):
        for number, tenant in enumerate(tenants.values()):  # or staff of one were those of the others
            tenant["lan"] = _lan(rng, number)
    _places(rng, region)
    _maybe(rng, region, "tenants", tenants)
    _pools(rng, region)
    _maybe(rng, region, "storage", _storage(rng))
    _maybe(rng, region, "domains", _domains())
    _maybe(rng, region, "partners", _partners(rng))
    region["workloads"] = _workloads(rng, region, rng.randint(0, workloads))
    _systems(rng, region)
    _enough_hosts(rng, region)
    _existing_networks(rng, region)
    return region


def _about(rng: random.Random) -> Data:
    about = {
        "id": _ids(rng, "r", 1)[0],
        "name": rng.choice(NAMES),
        "owner": _ids(rng, "owner", 1)[0],
        "domain": rng.choice(("panyu.example", "cloud.hospital-7.test", "xn--fiqs8s.example", "a.b.c.d.ef")),
    }
    _maybe(rng, about, "zone", _existing(rng))
    return about


def _networks(rng: random.Random) -> Data:
    first = rng.randint(1, 16_000_000)
    vni = {"first": first, "last": first + rng.randint(2000, 9000), "segments": rng.random() < 0.5}
    networks: Data = {}
    _maybe(
        rng, networks, "ipv4", rng.choice(("10.64.0.0/12", "10.0.0.0/8", "172.16.0.0/13", "100.64.0.0/14"))
    )
    _maybe(rng, networks, "ipv6", rng.choice(("fd14:2025::/32", "fd00:1:2::/48", "fd70:db8:70::/44")))
    _maybe(rng, networks, "vni", vni)
    _maybe(
        rng,
        networks,
        "reserved",
        rng.sample(("192.168.0.0/16", "198.18.0.0/15", "fd99::/16"), rng.randint(0, 3)),
    )
    _maybe(rng, networks, "intranet", rng.choice((["192.168.0.0/16"], ["172.30.0.0/16", "fd98::/16"])))
    return networks


def _identity(rng: random.Random) -> Data:
    """The standard's values, or stricter ones."""
    identity: Data = {"mfa": True, "sessions": 1}
    _maybe(rng, identity, "password_days", rng.randint(1, 90))
    _maybe(rng, identity, "lockout_failures", rng.randint(1, 5))
    _maybe(rng, identity, "lockout_minutes", rng.randint(30, 1000))
    _maybe(rng, identity, "session_minutes", rng.randint(1, 120))
    return identity


def _tenant(rng: random.Random, number: int) -> Data:
    tenant: Data = {"name": rng.choice(NAMES)}
    _maybe(rng, tenant, "project", _existing(rng))
    if rng.random() < 0.3:
        tenant["lan"] = _lan(rng, number)
    return tenant


def _lan(rng: random.Random, number: int) -> Data:
    by = rng.choice(({}, {"by": "line"}, {"by": "vpn", "gateway": f"192.0.2.{20 + number}"}))
    return {"prefixes": [f"172.{24 + number}.0.0/16", f"fd98:{number}::/48"], **by}


def _places(rng: random.Random, region: Data) -> None:
    """Sites and centres: active ones in one city, recovery in others, public and edge anywhere."""
    home, *away = rng.sample(CITIES, len(CITIES))
    counts = {"active": rng.randint(2, 4), "recovery": rng.randint(1, 2), "public": rng.randint(0, 2)}
    roles = [role for role, count in counts.items() for _ in range(count)] + ["edge"] * rng.randint(0, 3)
    region["sites"], region["centres"] = {}, {}
    for number, (role, site, key) in enumerate(
        zip(roles, _ids(rng, "site", len(roles)), _ids(rng, "c", len(roles)), strict=True)
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
        _maybe(rng, centre, "admin", "admin")
        centre["external"] = "public net"
        if role in ("active", "recovery"):
            _maybe(rng, centre, "dns", True)
        if rng.random() < 0.2:
            centre["prefix_length"] = rng.randint(18, 20)  # room for as many networks as it may get
        elif rng.random() < 0.2:
            centre["ipv4"] = f"10.{200 + number}.0.0/{rng.randint(16, 22)}"  # more standbys, more networks
            centre["ipv6"] = f"fd77:{number}::/48"
        region["centres"][key] = centre
    if rng.random() < 0.5:
        region["centres"] = _shuffled(rng, region["centres"])
    if region.get("networks", {}).get("ipv4") == "10.0.0.0/8":
        region["networks"]["ipv4"] = "10.0.0.0/9"


def _pools(rng: random.Random, region: Data) -> None:
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
        for number, (key, centres) in enumerate(zip(_ids(rng, "pool", len(places)), places, strict=True))
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
        theirs = {"existing": f"{_existing(rng)['existing']} {key.translate(_PLAIN)}"}
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
    _maybe(rng, pool, "numa_nodes", nodes)
    _maybe(rng, pool, "ecc", True)
    _maybe(rng, pool, "nvme", True)
    if rng.random() < 0.3:  # enough for all workloads that there can be
        pool["accelerators"] = {
            "npu": {"alias": "npu", "per_host": 60},
            "share": {"resource": rng.choice(("VGPU", "CUSTOM_A40_8Q")), "per_host": 60},
        }
    _maybe(rng, pool, "flavors", {"8x32": _existing(rng)})
    return pool


def _storage(rng: random.Random) -> Data:
    storage: Data = {}
    for tier in ("database", "block", "image", "general", "archive"):
        entry: Data = {"copies": rng.randint(2, 5)}
        _maybe(rng, entry, "iops", rng.randint(100, 100_000))
        _maybe(rng, entry, "type", {"existing": f"their-{tier}"})
        _maybe(rng, entry, "encrypted_type", {"existing": f"加密-{tier}"})
        if tier == "archive":
            _maybe(rng, entry, "retention_years", rng.randint(30, 99))
        _maybe(
            rng,
            entry,
            "backend",
            "centralised" if tier == "database" else rng.choice(("centralised", "distributed")),
        )
        _maybe(rng, storage, tier, entry)
    return storage


def _domains() -> Data:
    return {
        "core": {"levels": [4, 5]},
        "business": {"levels": [2, 3]},
        "dmz": {"name": "互联网区", "levels": [1, 2], "exposed": True},
        "inner": {"levels": [1]},
    }


def _workloads(rng: random.Random, region: Data, count: int) -> Data:
    workloads: Data = {}
    for key in _ids(rng, "w", count):
        workloads[key] = _workload(rng, region)
    for workload in workloads.values():
        if rng.random() < 0.3 and workload.get("exposure") != "public":
            workload["ports"] = _ports(rng, [k for k in workloads if workloads[k] is not workload])
            if rng.random() < 0.5:
                del workload["port"]
    for key, workload in workloads.items():
        others = [other for other in workloads if other != key] + ["intranet"]
        workload["callers"] = rng.sample(others, rng.randint(0, min(3, len(others))))
        _calls(rng, region, workload)
        _treat(rng, workload, workloads)
        if workload["kind"] in ("jump", "logs") and rng.random() < 0.7:
            workload["manages"] = {
                "servers": [rng.choice(("all", "kind:his", "kind:archive"))],
                "ports": [22],
            }
        if workload.get("exposure") == "public":
            workload["callers"].append("internet")
    _local(rng, region, workloads)
    _retire(rng, workloads)
    order = [key for key in workloads if "retire" not in workloads[key]]
    for number, key in enumerate(order):  # only on what stands before it, so never in a ring
        if number and rng.random() < 0.3:
            workloads[key]["depends_on"] = rng.sample(order[:number], 1)
    return workloads


def _treat(rng: random.Random, workload: Data, workloads: Data) -> None:
    """Whoever does research on sensitive data gets them treated, and some others too."""
    if workload["level"] >= 4:
        workload[rng.choice(("masked", "pseudonymised"))] = ["kind:research", "kind:ai"]
    elif "port" in workload and rng.random() < 0.2:  # else each port may have callers of its own
        named = [caller for caller in workload["callers"] if caller in workloads]
        workload["masked"] = named[:1]


def _local(rng: random.Random, region: Data, workloads: Data) -> None:
    """Some of those whose callers all stand where they do."""

    def places(key: str) -> set[str]:
        found = workloads[key]
        named = {*found.get("home", ()), *found.get("standby", ())}
        return named or {*found.get("centres", region["pools"][found["pool"]]["centres"])}

    for key, workload in workloads.items():
        lists = [
            workload["callers"],
            *(port.get("callers", ()) for port in workload.get("ports", {}).values()),
        ]
        named = {caller for callers in lists for caller in callers if caller in workloads}
        if rng.random() < 0.3 and all(places(key) & places(caller) for caller in named):
            workload["local"] = True


def _retire(rng: random.Random, workloads: Data) -> None:
    """One that nobody names."""
    named = {name for each in workloads.values() for name in each["callers"]}
    named |= {
        name
        for each in workloads.values()
        for p in each.get("ports", {}).values()
        for name in p.get("callers", [])
    }
    for key in [key for key in workloads if key not in named][:1]:
        if rng.random() < 0.2:
            workloads[key]["retire"] = True


def _calls(rng: random.Random, region: Data, workload: Data) -> None:
    """Callers by what they are, and partners at either side; over the Internet no sensitive data."""
    if rng.random() < 0.3:
        selectors = [f"kind:{rng.choice(list(TIERS))}"]
        selectors += [f"tenant:{tenant}" for tenant in region.get("tenants", {})][:1]
        workload["callers"].append("&".join(rng.sample(selectors, rng.randint(1, len(selectors)))))
        workload["accepts"] = selectors
    for key, partner in region.get("partners", {}).items():
        if partner["by"] != "internet" or workload["level"] < 4:
            if rng.random() < 0.3:
                workload.setdefault("calls", []).append(rng.choice((key, f"{key}/query")))
            if rng.random() < 0.2 and workload.get("exposure") != "public":
                workload["callers"].append(key)


def _partners(rng: random.Random) -> Data:
    return {
        key: {
            "name": rng.choice(NAMES),
            "prefixes": [f"198.51.100.{16 * number}/28", f"2001:db8:9{number}::/64"][: rng.randint(1, 2)],
            **rng.choice(
                ({"by": "line"}, {"by": "internet"}, {"by": "vpn", "gateway": f"192.0.2.{10 + number}"})
            ),
            "ports": {"query": rng.choice((443, 9443))},
            **rng.choice(({}, {"names": {f"api{number}.partner.test": [f"198.51.100.{16 * number + 1}"]}})),
        }
        for number, key in enumerate(_ids(rng, "partner", rng.randint(1, 3)))
    }


def _workload(rng: random.Random, region: Data) -> Data:
    own = "domains" in region
    public = rng.random() < 0.2
    level = 1 if public else rng.randint(1, 5)
    kind = rng.choice([kind for kind in TIERS if kind != "database" or not public])
    pools = list(region["pools"])
    pool = pools[0] if level >= 4 else rng.choice(pools)  # 4 and 5 stay in the private centres
    if level == 3 and region["pools"][pool]["isa"] not in DOMESTIC:
        pool = pools[0]
    least = 2 if (level >= 3 and kind != "archive") or kind in ("his", "emr", "lis", "pacs") else 1
    size: Data = {
        "instances": rng.randint(least, 2),
        "vcpus": rng.randint(1, 32),
        "memory_gib": rng.randint(1, 32),
    }
    size["data_gib"] = rng.randint(1, 5000)
    _maybe(rng, size, "system_gib", rng.randint(20, 200))
    workload: Data = {"kind": kind, "level": level, "pool": pool, "size": size, "port": _port(rng, public)}
    workload |= {"exposure": "public"} if public else {}
    _volumes(rng, workload)
    if region["pools"][pool].get("accelerators") and rng.random() < 0.3:
        size["accelerators"] = {rng.choice(("npu", "share")): rng.randint(1, 2)}
    _maybe(rng, workload, "name", rng.choice(NAMES))
    _maybe(rng, workload, "storage", rng.choice(TIERS[kind]))
    _maybe(rng, workload, "tenant", rng.choice(list(region.get("tenants", {"default": {}}))))
    _maybe(rng, workload, "key", _existing(rng))
    _maybe(rng, workload, "certificate", _existing(rng))
    if own and public:
        workload["domain"] = "dmz"
    if not public:
        _centres(rng, region, workload)
        _seats(rng, region, workload)
    _recovery(rng, workload)
    if rng.random() < 0.2:
        workload["was"] = f"old-{rng.getrandbits(40):x}"
    return workload


def _recovery(rng: random.Random, workload: Data) -> None:
    """Stricter than any level's, and backups close enough for each that they can be close enough for."""
    if rng.random() < 0.3:
        workload["recovery"] = {"rpo": rng.choice(("5s", "15s")), "rto": rng.choice(("30s", "5min"))}
    elif rng.random() < 0.5:
        backup: Data = {"every": rng.choice(("5min", "30min", "1h")), "keep": rng.choice(("30d", "365d"))}
        _maybe(rng, backup, "method", rng.choice(("full", "incremental", "differential")))
        if backup.get("method") != "full":
            _maybe(rng, backup, "full", rng.choice(("1h", "1d", "14d")))
        _maybe(rng, backup, "tested", rng.choice(("30d", "365d")))
        workload["backup"] = backup


def _volumes(rng: random.Random, workload: Data) -> None:
    """Several data volumes by name, beside that of its size or without one; or none."""
    if rng.random() < 0.3:
        tiers = TIERS[workload["kind"]]
        workload["volumes"] = {
            name: {"gib": rng.randint(1, 500), **({"tier": rng.choice(tiers)} if rng.random() < 0.5 else {})}
            for name in rng.sample(("logs", "wal", "index", "scratch-2"), rng.randint(0, 3))
        }
        if rng.random() < 0.5:
            del workload["size"]["data_gib"]


def _centres(rng: random.Random, region: Data, workload: Data) -> None:
    """Some of its pool's: of sensitive data two active ones and one for recovery at the least."""
    offered = region["pools"][workload["pool"]]["centres"]
    roles = {role: [c for c in offered if region["centres"][c]["role"] == role] for role in ROLES}
    if workload["level"] >= 4:
        named = rng.sample(roles["active"], 2) + roles["recovery"][:1]
    else:
        named = rng.sample(offered, rng.randint(1, len(offered)))
    if rng.random() < 0.3:
        workload["centres"] = named


def _seats(rng: random.Random, region: Data, workload: Data) -> None:
    """Homes and standbys of its own: as the roles of centres are or, of lesser data, the other way round."""
    offered = workload.get("centres", region["pools"][workload["pool"]]["centres"])
    active, recovery = (
        [c for c in offered if region["centres"][c]["role"] == role] for role in ("active", "recovery")
    )
    if len(active) > 1 and recovery and rng.random() < 0.3:
        pair = active, [rng.choice(recovery)]
        if workload["level"] < 4 and rng.random() < 0.5:
            pair = recovery, [rng.choice(active)]
        workload["home"], workload["standby"] = pair


def _port(rng: random.Random, public: bool) -> int:
    return (
        443
        if public
        else rng.choice([port for port in rng.sample(range(1, 65536), 40) if port not in CLOSED_PORTS])
    )


def _systems(rng: random.Random, region: Data) -> None:
    """Some workloads boot another system than their pool's, with an image of its own."""
    for key, workload in region["workloads"].items():
        if rng.random() < 0.2:
            pool = region["pools"][workload["pool"]]
            workload["os"] = rng.choice([system for system in SYSTEMS if system != pool["os"]])
            image = rng.choice(({"file": "images/own.img"}, {"existing": f"own {key}"}))
            region["images"].setdefault(f"{workload['os']}/{pool['isa']}", image)


def _enough_hosts(rng: random.Random, region: Data) -> None:
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
        for key in _ids(rng, "gen", rng.randint(1, 2))
    }


def _ports(rng: random.Random, others: list[str]) -> Data:
    ports: Data = {}
    for number, name in enumerate(_ids(rng, "p", rng.randint(1, 3))):
        service = rng.choice(list(SERVICES))
        port: Data = {"port": 20000 + number}
        _maybe(rng, port, "service", service)
        front = SERVICES[port.get("service", "https")].front
        _maybe(rng, port, "balance", rng.choice(("none", front)))
        if port.get("balance", front) == "https":
            _maybe(rng, port, "health", "/healthz/ready")
        _maybe(rng, port, "callers", rng.sample(others, rng.randint(0, min(2, len(others)))))
        _maybe(rng, port, "members", rng.choice(("none", "centre", "region")))
        ports[name] = port
    return ports


def _existing_networks(rng: random.Random, region: Data) -> None:
    tenants = list(region.get("tenants", {"default": {}}))
    domains = list(region.get("domains", {"core": {}, "business": {}, "dmz": {}}))
    for number, centre in enumerate(region["centres"].values()):
        if rng.random() < 0.1:
            name = f"{rng.choice(tenants)}/{rng.choice(domains)}"
            centre["networks"] = {name: {**_existing(rng), "ipv4": f"10.{224 + number}.0.0/20"}}


def _existing(rng: random.Random) -> Data:
    return {"existing": rng.choice(("theirs", "已有资源", "net 7", "a-b_c.d"))}


def _ids(rng: random.Random, stem: str, count: int) -> list[str]:
    """Identifiers of which no two look alike."""
    found: dict[str, str] = {}
    while len(found) < count:
        text = rng.choice(
            (f"{stem}{rng.randint(2, 9)}", f"{rng.choice(STEMS)}-{stem}", f"{stem}-{rng.choice(STEMS)}")
        )
        found.setdefault(text.translate(str.maketrans("01", "ol")), text)
        if rng.random() < 0.2:
            text = f"{stem}-{rng.getrandbits(40):x}"
            found.setdefault(text.translate(str.maketrans("01", "ol")), text)
    return list(found.values())[:count]


def _shuffled(rng: random.Random, table: Data) -> Data:
    return dict(rng.sample(list(table.items()), len(table)))


def _maybe(rng: random.Random, table: Data, key: str, value: Any) -> None:
    if rng.random() < 0.6:
        table[key] = value
