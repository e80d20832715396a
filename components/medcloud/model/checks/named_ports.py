"""Ports of workloads: each with a number, none twice, balanced as its protocol allows (7.2.1-b)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from medcloud.model.port import MAIN, ServicePort
from medcloud.model.region import Region
from medcloud.model.services import SERVICES, Front
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem

_POSSIBLE: Mapping[Front, tuple[Front, ...]] = {
    "https": ("https", "tls", "none"),
    "tls": ("tls", "none"),
    "none": ("none",),
}
"""How a port may be taken, by what is usual for its service."""


def some(region: Region) -> Iterator[Problem]:
    """Workloads that offer nothing, or say one port in two ways."""
    for key, workload in region.workloads.items():
        if workload.port is None and not workload.ports:
            yield Problem(
                ("workloads", key),
                Text("没有端口", "it has no port"),
                Text("写 port: 8443，或在 ports 下写各端口", "write port: 8443, or its ports under ports"),
            )
        if MAIN in workload.ports and workload.port is not None:
            yield Problem(
                ("workloads", key, "ports", MAIN),
                Text("main 已指 port 所写的端口", "main is the port that is written as port"),
                Text("换一个名称，或删去 port", "choose another name, or leave port out"),
            )


def numbers(region: Region) -> Iterator[Problem]:
    """Ports without a number, and two of one transport with the same."""
    for key, workload in region.workloads.items():
        seen: dict[tuple[str, int], str] = {}
        for name, port in workload.named_ports.items():
            if port.number is None:
                yield Problem(
                    ("workloads", key, "ports", name),
                    Text(f"服务 {port.service} 没有通用端口", f"service {port.service} has no usual port"),
                    Text("写 port", "write port"),
                )
                continue
            transport = SERVICES[port.service].transport
            other = seen.setdefault((transport, port.number), name)
            if other != name:
                yield Problem(
                    ("workloads", key, "ports", name),
                    Text(
                        f"{transport}/{port.number} 已是端口 {other}",
                        f"{transport}/{port.number} is port {other} already",
                    ),
                    Text("写另一个 port", "write another port"),
                )


@decides("7.2.1-b")
def balancing(region: Region) -> Iterator[Problem]:
    """Ports that a balancer could only take in clear, and health paths that nobody asks for."""
    for key, workload in region.workloads.items():
        for name, port in workload.ports.items():
            yield from _balancing(("workloads", key, "ports", name), port)


def _balancing(loc: Loc, port: ServicePort) -> Iterator[Problem]:
    service = SERVICES[port.service]
    possible = _POSSIBLE[service.front]
    if port.front not in possible:
        yield Problem(
            (*loc, "balance"),
            Text(
                f"负载均衡无法以 {port.front} 方式加密承载 {service.zh}",
                f"no balancer can take {service.en} as {port.front}",
            ),
            Text(f"写 {' 或 '.join(possible)}", f"write {' or '.join(possible)}"),
            "7.2.1-b",
        )
    if port.health is not None and port.front != "https":
        yield Problem(
            (*loc, "health"),
            Text("只有 HTTPS 端口按路径检查", "only ports of HTTPS are asked for a path"),
            Text("删去 health", "leave health out"),
        )
