"""Regions that are bad, each in one known way: a good region with one thing spoilt in its data."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any, NamedTuple

from tests.support.generate_region import Data


class Spoil(NamedTuple):
    """A way to spoil a region."""

    change: Callable[[random.Random, Data], Any]
    item: str = ""
    """The clause item that the refusal names."""


def _any(rng: random.Random, data: Data, section: str) -> Data:
    found: Data = rng.choice(list(data[section].values()))
    return found


def _set(section: str, key: str, *values: Any) -> Callable[[random.Random, Data], None]:
    def change(rng: random.Random, data: Data) -> None:
        _any(rng, data, section)[key] = rng.choice(values)

    return change


def _identity(key: str, *values: Any) -> Callable[[random.Random, Data], None]:
    def change(rng: random.Random, data: Data) -> None:
        data.setdefault("identity", {})[key] = rng.choice(values)

    return change


def _size(key: str, value: int) -> Callable[[random.Random, Data], None]:
    def change(rng: random.Random, data: Data) -> None:
        _any(rng, data, "workloads")["size"][key] = value

    return change


def _rename(*names: str) -> Callable[[random.Random, Data], None]:
    def change(rng: random.Random, data: Data) -> None:
        section = rng.choice(("sites", "tenants", "centres", "pools", "workloads"))
        table = data.setdefault(section, {"x": {"name": "x"}})
        table[rng.choice(names)] = table.pop(next(iter(table)))

    return change


def _drop(rng: random.Random, data: Data) -> None:
    section = rng.choice(("region", "sites", "centres", "pools", "images", "workloads", "version"))
    del data[section]


def _drop_key(rng: random.Random, data: Data) -> None:
    section, key = rng.choice(
        (
            ("centres", "role"),
            ("centres", "zone"),
            ("pools", "cores"),
            ("workloads", "level"),
            ("sites", "city"),
        )
    )
    del _any(rng, data, section)[key]


def _unknown_key(rng: random.Random, data: Data) -> None:
    table = rng.choice((data, data["region"], _any(rng, data, "pools"), _any(rng, data, "workloads")))
    table[rng.choice(("colour", "levels_", "Kind", "说明", "ｌｅｖｅｌ", "centers"))] = 1


def _wrong_type(rng: random.Random, data: Data) -> None:
    table = rng.choice((_any(rng, data, "pools"), _any(rng, data, "workloads"), data["region"], data))
    key = rng.choice(list(table))
    table[key] = [[]] if not isinstance(table[key], list) else {"a": 1}


def _one_centre(rng: random.Random, data: Data) -> None:
    active = [key for key, centre in data["centres"].items() if centre["role"] == "active"]
    data["centres"] = {active[0]: data["centres"][active[0]]}
    for pool in data["pools"].values():
        pool["centres"] = [active[0]]


def _no_recovery(rng: random.Random, data: Data) -> None:
    for centre in data["centres"].values():
        centre["role"] = "edge" if centre["role"] == "recovery" else centre["role"]


def _recovery_near(rng: random.Random, data: Data) -> None:
    near = next(c["site"] for c in data["centres"].values() if c["role"] == "active")
    next(c for c in data["centres"].values() if c["role"] == "recovery")["site"] = near


def _apart(rng: random.Random, data: Data) -> None:
    for number, centre in enumerate(data["centres"].values()):
        if centre["role"] == "active":
            data["sites"][centre["site"]]["city"] = f"city-{chr(ord('a') + number)}"


def _outside(role: str, level: int) -> Callable[[random.Random, Data], None]:
    def change(rng: random.Random, data: Data) -> None:
        key = next(key for key, centre in data["centres"].items() if centre["role"] == "active")
        data["centres"]["out"] = {**data["centres"][key], "role": role, "zone": "outside"}
        data["centres"]["out"].pop("ipv4", None), data["centres"]["out"].pop("ipv6", None)
        data["centres"]["out"].pop("networks", None)
        data["pools"]["outer"] = {**_any(rng, data, "pools"), "centres": ["out"]}
        workload = _any(rng, data, "workloads")
        workload |= {"pool": "outer", "level": level, "exposure": "internal"}
        workload.pop("domain", None)
        workload["callers"] = []

    return change


def _open_core(rng: random.Random, data: Data) -> None:
    data["domains"] = {"all": {"levels": [1, 2, 3, 4, 5], "exposed": True}}
    for workload in data["workloads"].values():
        workload.pop("domain", None)
    for centre in data["centres"].values():
        centre.pop("networks", None)


def _overlap(rng: random.Random, data: Data) -> None:
    first, second, *_ = data["centres"].values()
    wide, narrow = rng.choice((("10.200.0.0/16", "10.200.128.0/20"), ("10.201.0.0/20", "10.201.0.0/20")))
    first["ipv4"], second["ipv4"] = rng.sample((wide, narrow), 2)


def _reserved(rng: random.Random, data: Data) -> None:
    data["networks"] = {"reserved": [rng.choice(("10.64.0.0/12", "10.0.0.0/8", "fd14:2025::/32"))]}


def _networks(**values: Any) -> Callable[[random.Random, Data], None]:
    def change(rng: random.Random, data: Data) -> None:
        data["networks"] = dict(values)

    return change


def _look_alike(rng: random.Random, data: Data) -> None:
    section = rng.choice(("sites", "workloads", "tenants", "pools"))
    table = data.setdefault(section, {"x": {"name": "x"}})
    entry = next(iter(table.values()))
    first, second = rng.choice((("ward1", "wardl"), ("lab0", "labo"), ("a01", "aol")))
    table |= {first: entry, second: entry}


def _ring(rng: random.Random, data: Data) -> None:
    entry = {**_any(rng, data, "workloads"), "callers": []}
    names = ["ring-a", "ring-b", "ring-c"][: rng.randint(1, 3)]
    for number, name in enumerate(names):
        data["workloads"][name] = {**entry, "depends_on": [names[(number + 1) % len(names)]]}


def _call(name: str) -> Callable[[random.Random, Data], None]:
    def change(rng: random.Random, data: Data) -> None:
        key, workload = rng.choice(list(data["workloads"].items()))
        workload["exposure"] = "internal"
        workload["callers"] = [key if name == "self" else name]
        workload.pop("domain", None)

    return change


def _twice(rng: random.Random, data: Data) -> None:
    pool = _any(rng, data, "pools")
    pool["centres"] = [pool["centres"][0]] * 2


def _alone(rng: random.Random, data: Data) -> None:
    workload = _any(rng, data, "workloads")
    private = [key for key, centre in data["centres"].items() if centre["role"] in ("active", "recovery")]
    data["pools"]["wide"] = {**_any(rng, data, "pools"), "centres": private}
    workload |= {"level": 5, "pool": "wide", "kind": "emr", "exposure": "internal"}
    workload |= {"size": {**workload["size"], "instances": 1}, "callers": []}
    workload.pop("domain", None), workload.pop("storage", None)


def _image(rng: random.Random, data: Data) -> None:
    data["images"][next(iter(data["images"]))] = rng.choice(({}, {"existing": "a", "file": "b"}))


def _tier(rng: random.Random, data: Data) -> None:
    _any(rng, data, "workloads").update(kind="pacs", storage="archive")


def _backend(rng: random.Random, data: Data) -> None:
    data["storage"] = {"database": {"backend": "distributed"}}


def _image_tier(**values: Any) -> Callable[[random.Random, Data], None]:
    def change(rng: random.Random, data: Data) -> None:
        data["storage"] = {"image": dict(values)}

    return change


def _quota(tenant: Data, quota: Data) -> Callable[[random.Random, Data], None]:
    def change(rng: random.Random, data: Data) -> None:
        tenants = data.setdefault("tenants", {"group": {"name": "G"}})
        first = next(iter(tenants))
        tenants[first] = {"name": "G", **tenant, "quota": quota}

    return change


def _plain_fifth(rng: random.Random, data: Data) -> None:
    tiers = ("database", "block", "image", "general", "archive")
    data["storage"] = {tier: {"sm4": "software"} for tier in tiers}
    _any(rng, data, "workloads").update(level=5, volumes={"more": {"gib": 1}})


def _full(rng: random.Random, data: Data) -> None:
    tiers = ("database", "block", "image", "general", "archive")
    first = next(iter(data["centres"]))
    data["storage"] = {tier: {"capacity": {first: "1GiB"}, "stored": "2GiB"} for tier in tiers}


def _archive(**values: Any) -> Callable[[random.Random, Data], None]:
    def change(rng: random.Random, data: Data) -> None:
        data["storage"] = {"archive": dict(values)}

    return change


def _memory(rng: random.Random, data: Data) -> None:
    _any(rng, data, "pools").update(memory_gib=256, memory_max_gib=930)


def _numa(rng: random.Random, data: Data) -> None:
    _any(rng, data, "pools").update(cores=64, numa_nodes=3)


def _generations(rng: random.Random, data: Data) -> None:
    pool = _any(rng, data, "pools")
    pool.pop("baseline", None)
    pool["models"] = {"new": {"hosts": 1, "cores": 64, "memory_gib": 2048, "storage_gbps": 100}}


def _hosts_nowhere(rng: random.Random, data: Data) -> None:
    pool = _any(rng, data, "pools")
    pool.pop("models", None)
    pool["hosts"] = rng.choice(
        ({}, {"nowhere": 4}, {pool["centres"][0]: 0}, {pool["centres"][0]: "4"}, 0, [4])
    )


def _no_volumes(rng: random.Random, data: Data) -> None:
    workload = _any(rng, data, "workloads")
    workload["size"].pop("data_gib", None)
    workload.pop("volumes", None)


def _no_domain(rng: random.Random, data: Data) -> None:
    data["domains"] = {"empty": {"levels": [rng.choice([9, 0])]}}


def _dns(*names: str) -> Callable[[random.Random, Data], None]:
    def change(rng: random.Random, data: Data) -> None:
        data["region"]["domain"] = rng.choice(names)

    return change


MALFORMED = ("1st", "a_b", "a b", "-a", "a-", "a" * 32, "", "a.b", "a/b", "\u200bcore")
UNSEEN = ("a\x07b", "番\u202e禺", "a\u200bb", "a\nb", "", " x", "\ufeffx")
FOREIGN = ("windows-2022", "ubuntu-24.04", "openeuler", "Kylin-v10")
NO_DNS = ("番禺.cn", "A.example", "x", "a..b", "-a.example", "a.example.", "*.example", "1.2.3.4")

SPOILS: dict[str, Spoil] = {
    "section missing": Spoil(_drop),
    "key missing": Spoil(_drop_key),
    "unknown key": Spoil(_unknown_key),
    "wrong type": Spoil(_wrong_type),
    "another version": Spoil(lambda rng, data: data.update(version=rng.choice((0, 2, "1", None)))),
    "identifier in capitals": Spoil(_rename("HIS", "Core", "hIs")),
    "identifier full width": Spoil(_rename("ｈｉｓ", "Ｃ１", "core１")),
    "identifier Chinese": Spoil(_rename("医院", "影像pacs", "c一")),
    "identifier Cyrillic": Spoil(_rename("сore", "ріс", "hіs")),
    "identifier malformed": Spoil(_rename(*MALFORMED)),
    "identifiers alike": Spoil(_look_alike),
    "name with controls": Spoil(_set("sites", "name", *UNSEEN)),
    "bad domain": Spoil(_dns(*NO_DNS)),
    "mfa off": Spoil(_identity("mfa", False), "7.2.3.2-a"),
    "password too old": Spoil(_identity("password_days", 91, 365), "7.2.3.1-a"),
    "lockout too late": Spoil(_identity("lockout_failures", 6, 100), "7.2.3.1-a"),
    "lockout too short": Spoil(_identity("lockout_minutes", 29, 1), "7.2.3.1-a"),
    "session too long": Spoil(_identity("session_minutes", 121, 600), "7.2.3.4.2-b"),
    "sessions shared": Spoil(_identity("sessions", 2), "7.2.3.4.2-a"),
    "one centre": Spoil(_one_centre, "7.3.2.4-a"),
    "active centres apart": Spoil(_apart, "7.3.2.4-a"),
    "no recovery centre": Spoil(_no_recovery, "A.5-b"),
    "recovery in the same city": Spoil(_recovery_near, "A.5-b"),
    "unknown role": Spoil(_set("centres", "role", "standby", "Active", "灾备")),
    "level 5 in public": Spoil(_outside("public", 5), "A.1-b"),
    "level 4 in public": Spoil(_outside("public", 4), "A.1-b"),
    "level 4 at the edge": Spoil(_outside("edge", 4), "A.1-b"),
    "level out of range": Spoil(_set("workloads", "level", 0, 6, -1, "4", 4.5, True, None)),
    "core data in an exposed domain": Spoil(_open_core, "7.2.2-a"),
    "no domain for a level": Spoil(_no_domain),
    "31 cores": Spoil(_set("pools", "cores", 31, 1, 16), "6.1.1-c"),
    "generations without a baseline": Spoil(_generations, "7.5.1-b"),
    "hosts nowhere": Spoil(_hosts_nowhere),
    "no word of data volumes": Spoil(_no_volumes),
    "slow storage": Spoil(_set("pools", "storage_gbps", 9, 1), "6.1.1-c"),
    "no ECC": Spoil(_set("pools", "ecc", False), "6.1.1-c"),
    "no NVMe": Spoil(_set("pools", "nvme", False), "6.1.1-c"),
    "little memory": Spoil(_memory, "6.1.1-c"),
    "uneven NUMA": Spoil(_numa, "7.3.1.2-a"),
    "foreign ISA": Spoil(_set("pools", "isa", "mips", "X86_64", "sparc", "amd64"), "7.5.1-c"),
    "foreign system": Spoil(_set("pools", "os", *FOREIGN), "7.1.2.1-a"),
    "no image": Spoil(lambda rng, data: data.update(images={}), "7.1.2.1-a"),
    "image without a source": Spoil(_image),
    "too few hosts": Spoil(_size("instances", 500), "7.3.2.3-a"),
    "instance too large": Spoil(_size("vcpus", 10_000), "6.1.1-c"),
    "core workload alone": Spoil(_alone, "7.3.2.3-a"),
    "wrong tier": Spoil(_tier, "7.3.2.2-c"),
    "distributed database": Spoil(_backend, "7.3.2.2-a"),
    "short retention": Spoil(_archive(retention_years=29), "7.3.2.4-c"),
    "no WORM": Spoil(_archive(worm=False), "7.3.2.4-c"),
    "one copy": Spoil(lambda rng, data: data.update(storage={"block": {"copies": 1}}), "7.5.1-a"),
    "copies and an erasure code": Spoil(_image_tier(copies=3, erasure={"data": 4, "parity": 2})),
    "erasure code of one piece": Spoil(_image_tier(erasure={"data": 1, "parity": 2})),
    "erasure code in an array": Spoil(
        _image_tier(backend="centralised", erasure={"data": 4, "parity": 2}), "7.3.2.5-a"
    ),
    "level 5 without SM4 in hardware": Spoil(_plain_fifth, "C.2-a"),
    "capacity in other units": Spoil(_image_tier(capacity="2PB")),
    "capacity of nothing": Spoil(_image_tier(capacity={})),
    "growth without a capacity": Spoil(_image_tier(growth="2TiB")),
    "full today": Spoil(_full, "7.5.2.1-a"),
    "quota without a project": Spoil(_quota({}, {"cores": 9})),
    "empty quota": Spoil(_quota({"project": {"existing": "own"}}, {})),
    "quota without end": Spoil(_quota({"project": {"existing": "own"}}, {"cores": -1})),
    "overlap": Spoil(_overlap),
    "reserved takes all": Spoil(_reserved),
    "host bits": Spoil(_networks(ipv4="10.64.0.1/12")),
    "no prefix": Spoil(_networks(ipv4="10.64.0.0")),
    "prefix of the other family": Spoil(_networks(ipv4="fd00::/32")),
    "multicast": Spoil(_networks(ipv6="ff00::/16")),
    "block too small": Spoil(_networks(ipv4="10.64.0.0/24")),
    "VNI too large": Spoil(_networks(vni={"first": 1, "last": 16777216}), "6.1.3-d"),
    "VNI zero": Spoil(_networks(vni={"first": 0, "last": 9000}), "6.1.3-d"),
    "VNIs backwards": Spoil(_networks(vni={"first": 9000, "last": 8000}), "6.1.3-d"),
    "ring": Spoil(_ring),
    "unknown caller": Spoil(_call("nobody")),
    "self call": Spoil(_call("self")),
    "internet calls inside": Spoil(_call("internet"), "6.5-b"),
    "unknown pool": Spoil(_set("workloads", "pool", "nowhere")),
    "unknown site": Spoil(_set("centres", "site", "nowhere")),
    "unknown kind": Spoil(_set("workloads", "kind", "erp", "HIS", "")),
    "port out of range": Spoil(_set("workloads", "port", 0, 65536, -1, "443", 443.5)),
    "centre twice": Spoil(_twice),
}  # fmt: skip
"""Ways to spoil the data."""
