"""Who calls whom, what callers get, who is local, who is retired; partners outside."""

from __future__ import annotations

import random

from tests.support.generate_region.words import NAMES, TIERS, Data, ids


def add_calls(rng: random.Random, region: Data, workload: Data) -> None:
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


def add_treatment(rng: random.Random, workload: Data, workloads: Data) -> None:
    """Whoever does research on sensitive data gets them treated, and some others too."""
    if workload["level"] >= 4:
        workload[rng.choice(("masked", "pseudonymised"))] = ["kind:research", "kind:ai"]
    elif "port" in workload and rng.random() < 0.2:  # else each port may have callers of its own
        named = [caller for caller in workload["callers"] if caller in workloads]
        workload["masked"] = named[:1]


def make_local(rng: random.Random, region: Data, workloads: Data) -> None:
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


def retire_one(rng: random.Random, workloads: Data) -> None:
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


def some_partners(rng: random.Random) -> Data:
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
        for number, key in enumerate(ids(rng, "partner", rng.randint(1, 3)))
    }
