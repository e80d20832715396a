"""Workloads: their sizes, ports, seats, copies and volumes."""

from __future__ import annotations

import random

from medcloud.model.services import SERVICES
from tests.support.generate_region.calls import add_calls, add_treatment, make_local, retire_one
from tests.support.generate_region.words import DOMESTIC, NAMES, TIERS, Data, existing, ids, maybe

CLOSED_PORTS = {20, 21, 22, 23, 69, 80, 104, 110, 143, 389, 512, 513, 514, 2375, 2376, 2379, 2575, 3389, 5900}
CLOSED_PORTS |= {5985, 5986, 6443, 8080, 10250, 11112}

"""Of plaintext protocols, and of what manages hosts."""
ROLES = ("active", "recovery", "public", "edge")


def some_workloads(rng: random.Random, region: Data, count: int) -> Data:
    workloads: Data = {}
    for key in ids(rng, "w", count):
        workloads[key] = _workload(rng, region)
    for workload in workloads.values():
        if rng.random() < 0.3 and workload.get("exposure") != "public":
            workload["ports"] = _ports(rng, [k for k in workloads if workloads[k] is not workload])
            if rng.random() < 0.5:
                del workload["port"]
    for key, workload in workloads.items():
        others = [other for other in workloads if other != key] + ["intranet"]
        workload["callers"] = rng.sample(others, rng.randint(0, min(3, len(others))))
        add_calls(rng, region, workload)
        add_treatment(rng, workload, workloads)
        if workload["kind"] in ("jump", "logs") and rng.random() < 0.7:
            workload["manages"] = {
                "servers": [rng.choice(("all", "kind:his", "kind:archive"))],
                "ports": [22],
            }
        if workload.get("exposure") == "public":
            workload["callers"].append("internet")
    make_local(rng, region, workloads)
    retire_one(rng, workloads)
    order = [key for key in workloads if "retire" not in workloads[key]]
    for number, key in enumerate(order):  # only on what stands before it, so never in a ring
        if number and rng.random() < 0.3:
            workloads[key]["depends_on"] = rng.sample(order[:number], 1)
    return workloads


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
    maybe(rng, size, "system_gib", rng.randint(20, 200))
    workload: Data = {"kind": kind, "level": level, "pool": pool, "size": size, "port": _port(rng, public)}
    workload |= {"exposure": "public"} if public else {}
    _volumes(rng, workload)
    if region["pools"][pool].get("accelerators") and rng.random() < 0.3:
        size["accelerators"] = {rng.choice(("npu", "share")): rng.randint(1, 2)}
    maybe(rng, workload, "name", rng.choice(NAMES))
    maybe(rng, workload, "storage", rng.choice(TIERS[kind]))
    maybe(rng, workload, "tenant", rng.choice(list(region.get("tenants", {"default": {}}))))
    maybe(rng, workload, "key", existing(rng))
    maybe(rng, workload, "certificate", existing(rng))
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
        maybe(rng, backup, "method", rng.choice(("full", "incremental", "differential")))
        if backup.get("method") != "full":
            maybe(rng, backup, "full", rng.choice(("1h", "1d", "14d")))
        maybe(rng, backup, "tested", rng.choice(("30d", "365d")))
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


def _ports(rng: random.Random, others: list[str]) -> Data:
    ports: Data = {}
    for number, name in enumerate(ids(rng, "p", rng.randint(1, 3))):
        service = rng.choice(list(SERVICES))
        port: Data = {"port": 20000 + number}
        maybe(rng, port, "service", service)
        front = SERVICES[port.get("service", "https")].front
        maybe(rng, port, "balance", rng.choice(("none", front)))
        if port.get("balance", front) == "https":
            maybe(rng, port, "health", "/healthz/ready")
        maybe(rng, port, "callers", rng.sample(others, rng.randint(0, min(2, len(others)))))
        maybe(rng, port, "members", rng.choice(("none", "centre", "region")))
        ports[name] = port
    return ports
