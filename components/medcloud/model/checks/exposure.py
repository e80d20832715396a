"""What may face the Internet: public data, and internal data in a domain made for it (6.5-b, 7.2.2-a)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.checks.placement import stays_private
from medcloud.model.region import Region
from medcloud.standard import level
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
        guarded = level(workload.level).volume_encryption == "required"
        named = next(iter(region.domains_for(key)), "") in PUBLIC_DOMAINS
        if not guarded and named:
            continue
        domains = "、".join(PUBLIC_DOMAINS), ", ".join(PUBLIC_DOMAINS)
        within = (
            ("", "") if guarded else (f"，或放到安全域 {domains[0]}", f", or place it in domain {domains[1]}")
        )
        yield Problem(
            ("workloads", key, "exposure"),
            Text(
                f"{workload.level} 级数据的业务 {key} 不得以浮动地址对外开放",
                f"workload {key} has level {workload.level} data and must not have a public address",
            ),
            Text(
                f"写 exposure: internal，对外部分另设 {PUBLIC_LEVEL} 级业务{within[0]}",
                f"write exposure: internal and make what faces the public a workload of level "
                f"{PUBLIC_LEVEL} of its own{within[1]}",
            ),
            "7.2.2-a",
        )
