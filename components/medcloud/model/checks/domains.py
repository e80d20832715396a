"""Security domains by data level (7.2.2-a), and what may be reached from outside (6.5-b)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.checks._whole import needs_whole
from medcloud.model.levels import may_be_exposed, sensitive
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@decides("7.2.2-a")
def exposed_levels(region: Region) -> Iterator[Problem]:
    """Domains that are open to the outside and hold sensitive data."""
    for key, domain in region.domains.items():
        for index, level in enumerate(domain.levels):
            if domain.exposed and sensitive(level):
                yield Problem(
                    ("domains", key, "levels", index),
                    Text(
                        f"对外开放的安全域 {key} 不得容纳 {level} 级数据",
                        f"domain {key} is exposed and must not hold level {level} data",
                    ),
                    Text(
                        f"把 {level} 级移到不对外开放的安全域",
                        f"move level {level} to a domain that is not exposed",
                    ),
                    "7.2.2-a",
                )


@needs_whole("domains")
@decides("7.2.2-a", "6.5-b")
def domain_of_each(region: Region) -> Iterator[Problem]:
    """Workloads without a domain, with several, with one that is not for their level or exposure."""
    said: set[tuple[int, tuple[str, ...]]] = set()
    for key, workload in region.workloads.items():
        found = [name for name in region.domains_for(key) if name in region.domains]
        loc = ("workloads", key)
        cause = workload.level, tuple(found)
        if workload.domain is None and len(found) != 1:
            if cause in said:
                continue  # what is wrong with the domains is said once
            said.add(cause)
        if not found and workload.domain is None:
            yield Problem(
                (*loc, "level"),
                Text(
                    f"没有安全域容纳 {workload.level} 级数据",
                    f"no security domain is for level {workload.level} data",
                ),
                Text(
                    f"在 domains 中某个安全域的 levels 加上 {workload.level}",
                    f"add {workload.level} to the levels of one of the domains",
                ),
                "7.2.2-a",
            )
        elif len(found) > 1:
            names = ", ".join(found)
            yield Problem(
                (*loc, "level"),
                Text(
                    f"{workload.level} 级有多个安全域：{names}",
                    f"several security domains are for level {workload.level}: {names}",
                ),
                Text("写明 domain", "write domain"),
                "7.2.2-a",
            )
        elif found and workload.level not in region.domains[found[0]].levels:
            yield Problem(
                (*loc, "domain"),
                Text(
                    f"安全域 {found[0]} 不容纳 {workload.level} 级数据",
                    f"domain {found[0]} is not for level {workload.level} data",
                ),
                Text(
                    f"换一个 levels 含 {workload.level} 的安全域",
                    f"choose a domain whose levels have {workload.level}",
                ),
                "7.2.2-a",
            )
        elif (
            found
            and workload.exposure == "public"
            and not region.domains[found[0]].exposed
            and may_be_exposed(workload.level)  # or location() and exposed_data() say that it may not
        ):
            yield Problem(
                (*loc, "exposure"),
                Text(f"安全域 {found[0]} 不对外开放", f"domain {found[0]} is not exposed"),
                Text(
                    "换到 exposed: true 的安全域，或写 exposure: internal",
                    "choose a domain with exposed: true, or write exposure: internal",
                ),
                "6.5-b",
            )


def way_in(region: Region) -> Iterator[Problem]:
    """Public workloads in a centre without an external network; each centre is named once."""
    said: set[str] = set()
    for key, workload in region.workloads.items():
        placed = workload.pool in region.pools and workload.exposure == "public"
        for name in region.offered(key) if placed else ():
            if name in region.centres and region.centres[name].external is None and name not in said:
                said.add(name)
                yield Problem(
                    ("workloads", key, "exposure"),
                    Text(
                        f"中心 {name} 没有外部网络，{key} 无法对外开放",
                        f"centre {name} has no external network, so {key} cannot be exposed there",
                    ),
                    Text(f"写 centres.{name}.external", f"write centres.{name}.external"),
                )


@decides("6.1.3-b")
def shared_networks(region: Region) -> Iterator[Problem]:
    """Networks that exist and would be shared by two tenants (6.1.3-b)."""
    users: dict[tuple[str, str], set[str]] = {}
    for key, workload in region.workloads.items():
        for centre in region.centres_of(key) if workload.pool in region.pools else ():
            for domain in region.domains_for(key)[:1]:
                users.setdefault((centre, domain), set()).add(region.tenant_of(key))
    for (centre, domain), tenants in users.items():
        named = region.centres[centre].networks if centre in region.centres else {}
        shared = sorted(tenant for tenant in tenants if f"{tenant}/{domain}" not in named)
        if domain in named and len(shared) > 1:
            yield Problem(
                ("centres", centre, "networks", domain),
                Text(
                    f"租户 {'、'.join(shared)} 将共用一个网络",
                    f"tenants {', '.join(shared)} would share one network",
                ),
                Text(f"按租户写，如 {shared[0]}/{domain}", f"name it by tenant, e.g. {shared[0]}/{domain}"),
                "6.1.3-b",
            )
