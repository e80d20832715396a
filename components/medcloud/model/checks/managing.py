"""What the management plane may reach: servers of the region, by ports of their own (7.2.2-a)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.callers import OUTSIDE, expand
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Problem

_PLANE = ("jump", "monitor", "backup", "logs", "patch", "time")


@decides("7.2.2-a")
def plane(region: Region) -> Iterator[Problem]:
    """Workloads that manage servers and are no part of the management plane."""
    for key, workload in region.running.items():
        if workload.manages and workload.kind not in _PLANE:
            yield Problem(
                ("workloads", key, "manages"),
                Text(
                    f"{key} 是 {workload.kind}，不属管理平面",
                    f"{key} is {workload.kind}, no part of the management plane",
                ),
                Text(f"kind 写 {'、'.join(_PLANE)} 之一", f"write one of {', '.join(_PLANE)} as its kind"),
                "7.2.2-a",
            )


def servers(region: Region) -> Iterator[Problem]:
    """Names under ``manages.servers`` that have no servers in the region."""
    for key, workload in region.running.items():
        for index, name in enumerate(workload.manages.servers if workload.manages else ()):
            if name in OUTSIDE or name in region.partners or name == key:
                yield Problem(
                    ("workloads", key, "manages", "servers", index),
                    Text(f"{name} 不是可管理的业务", f"{name} has no servers that it could manage"),
                    Text("写业务，或 all，或 kind: 等", "write workloads, all, or kind: and the like"),
                )


def twice(region: Region) -> Iterator[Problem]:
    """Ports by which servers are managed that are a service of theirs already."""
    for key, workload in region.running.items():
        if workload.manages is None:
            continue
        for target in expand(region, key, workload.manages.servers):
            offered = (
                {port.port for port in region.workloads[target].served} if target in region.workloads else ()
            )
            for index, port in enumerate(workload.manages.ports):
                if port in offered:
                    yield Problem(
                        ("workloads", key, "manages", "ports", index),
                        Text(f"{port} 是 {target} 的业务端口", f"{port} is a service of {target}"),
                        Text(
                            f"改从 workloads.{target}.callers 允许 {key}",
                            f"let {key} in by workloads.{target}.callers instead",
                        ),
                    )
