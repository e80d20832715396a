"""What may face the Internet: public data, and internal data in a domain made for it (6.5-b, 7.2.2-a)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.checks.placement import stays_private
from medcloud.model.levels import may_be_exposed
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.standard.words import PUBLIC_DOMAINS, PUBLIC_LEVEL
from medcloud.text import Text
from medcloud.text.reading.problem import Problem


@decides("7.2.2-a")
def exposed_data(region: Region) -> Iterator[Problem]:
    """Exposed workloads whose data are neither public nor, if internal, in a domain for the Internet."""
    for key, workload in region.workloads.items():
        if workload.exposure != "public" or workload.level == PUBLIC_LEVEL:
            continue
        if stays_private(region, workload.level):
            continue  # which location() says
        domain = next(iter(region.domains_for(key)), "")
        closed = domain not in region.domains or not region.domains[domain].exposed
        if may_be_exposed(workload.level) and (domain in PUBLIC_DOMAINS or closed):
            continue  # that the domain is closed says domain_of_each()
        yield Problem(
            ("workloads", key, "exposure"),
            Text(
                f"{workload.level} 级数据的业务 {key} 不得以浮动地址对外开放",
                f"workload {key} has level {workload.level} data and must not have a public address",
            ),
            Text(
                f"写 exposure: internal，对外部分另设 {PUBLIC_LEVEL} 级业务",
                f"write exposure: internal and make what faces the public a workload of level {PUBLIC_LEVEL}",
            )
            if not may_be_exposed(workload.level)
            else Text(
                f"放到安全域 {'、'.join(PUBLIC_DOMAINS)}（exposed: true），或写 exposure: internal",
                f"place it in domain {' or '.join(PUBLIC_DOMAINS)} (exposed), or write exposure: internal",
            ),
            "7.2.2-a",
        )
