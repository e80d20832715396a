"""LANs of tenants: staff of one hospital do not reach what is another's (6.1.3-b, 7.2.2-c)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.lan import INTRANET, lan_of, lans
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.standard.prefixes import is_wide, overlap, union
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@decides("7.2.2-a")
def world(region: Region) -> Iterator[Problem]:
    """LANs that are a large part of the Internet, by one prefix or by several together."""
    for key, tenant in region.tenants.items():
        prefixes = tenant.lan.prefixes if tenant.lan else ()
        for wide in filter(is_wide, union(prefixes)):
            index = next(n for n, net in enumerate(prefixes) if overlap(net, wide))
            yield Problem(
                ("tenants", key, "lan", "prefixes", index),
                Text(
                    f"{wide} 是互联网的一大部分，不是一家机构的内网",
                    f"{wide} is a large part of the Internet and no institution's LAN",
                ),
                Text("写本机构自己的网段", "write the institution's own prefixes"),
                "7.2.2-a",
            )


@decides("6.1.3-b", "7.2.2-c")
def strangers(region: Region) -> Iterator[Problem]:
    """Tenants without a LAN whose staff would be those of other tenants: nobody said who they are."""
    if region.networks.intranet is not None:
        return
    told: set[str] = set()
    for key, workload in region.running.items():
        tenant = region.tenant_of(key)
        named = {caller for callers in workload.caller_lists.values() for caller in callers}
        if INTRANET not in named or lan_of(region, key) or tenant in told or tenant not in region.tenants:
            continue
        staff = region.networks.staff
        other = next(
            (
                id_
                for id_, lan in lans(region).items()
                if any(overlap(a, b) for a in lan.prefixes for b in staff)
            ),
            None,
        )
        if other is None:
            continue
        told.add(tenant)
        yield Problem(
            ("tenants", tenant),
            Text(
                f"{tenant} 未写 lan，而 {other} 的人员也会算作 {key} 的 intranet",
                f"{tenant} has no lan, so staff of {other} would be the intranet of {key} too",
            ),
            Text(
                f"写 tenants.{tenant}.lan；若确指全区域人员，写 networks.intranet",
                f"write tenants.{tenant}.lan; if staff of the whole region are meant, networks.intranet",
            ),
            "6.1.3-b",
        )
