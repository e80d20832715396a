"""Ports that may be opened: to the world HTTPS, to the intranet none that manages hosts, no plaintext."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.callers import callers
from medcloud.model.lan import lan_of, staff
from medcloud.model.port import Served
from medcloud.model.region import Region
from medcloud.model.services import SERVICES
from medcloud.standard import ports
from medcloud.standard.decides import decides
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem


@decides("7.2.1-b")
def plaintext(region: Region) -> Iterator[Problem]:
    """Services at the port of a protocol that has no encryption (7.2.1-b)."""
    for loc, _, port in _served(region):
        if protocol := ports.PLAINTEXT.get(port.port):
            yield Problem(
                loc,
                Text(
                    f"{port.port} 是明文协议 {protocol} 的端口",
                    f"{port.port} is the port of {protocol}, which has no encryption",
                ),
                Text(
                    f"写业务的 TLS 端口，如 {_usual(port)}", f"write the port of its TLS, e.g. {_usual(port)}"
                ),
                "7.2.1-b",
            )


@decides("6.5-b")
def public(region: Region) -> Iterator[Problem]:
    """What the world may call at another port than HTTPS (6.5-b)."""
    for loc, key, port in _served(region):
        https = port.port == ports.HTTPS and port.front == "https"
        plain = port.port in ports.PLAINTEXT
        called = "internet" in port.callers or loc[-1] == "port"
        if region.workloads[key].exposure == "public" and called and not https and not plain:
            said = "HTTPS" if port.front == "https" else port.service
            yield Problem(
                loc,
                Text(
                    f"对外开放的业务 {key} 用 {said} 端口 {port.port}，对外只可用 HTTPS（{ports.HTTPS}）",
                    f"workload {key} is exposed at port {port.port} ({said}); "
                    f"the world may call HTTPS ({ports.HTTPS}) only",
                ),
                Text(
                    f"用 https 服务与 {ports.HTTPS} 端口，或写 exposure: internal",
                    f"serve https at {ports.HTTPS}, or write exposure: internal",
                ),
                "6.5-b",
            )


@decides("7.2.2-a")
def management(region: Region) -> Iterator[Problem]:
    """Management ports open to more than an operators' network: to a wide intranet or a large network."""
    for loc, key, port in _served(region):
        if port.port not in ports.MANAGEMENT or "internet" in port.callers:
            continue
        protocol = ports.MANAGEMENT[port.port]
        wide = any(net.prefixlen < ports.MANAGEMENT_PREFIX[net.version] for net in staff(region, key))
        if wide and "intranet" in port.callers:
            yield Problem(
                loc,
                Text(
                    f"{port.port} 是管理端口（{protocol}），不得对整个 intranet 开放",
                    f"{port.port} manages hosts ({protocol}) and must not be open to the whole intranet",
                ),
                Text(
                    "换一个端口，或从 callers 删去 intranet",
                    "choose another port, or remove intranet from callers",
                )
                if lan_of(region, key)
                else Text(
                    f"换一个端口，或从 callers 删去 intranet，或在 networks.intranet 只写运维网段"
                    f"（/{ports.MANAGEMENT_PREFIX[4]} 或更小）",
                    f"choose another port, remove intranet from callers, or write only the operators' "
                    f"network (a /{ports.MANAGEMENT_PREFIX[4]} or smaller) in networks.intranet",
                ),
                "7.2.2-a",
            )
        elif large := _large(region, (key, *callers(region, key, port))):
            yield Problem(
                loc,
                Text(
                    f"{port.port} 是管理端口（{protocol}），不得对 {large} 整个网段开放",
                    f"{port.port} manages hosts ({protocol}) and must not be open to all of {large}",
                ),
                Text("换一个端口", "choose another port"),
                "7.2.2-a",
            )


def _served(region: Region) -> Iterator[tuple[Loc, str, Served]]:
    """Every port with its place and its workload."""
    for key, workload in region.workloads.items():
        for port in workload.served:
            single = port.name not in workload.ports
            yield ("workloads", key, *(("port",) if single else ("ports", port.name))), key, port


def _usual(port: Served) -> int:
    """Where the service of a port usually is, in TLS."""
    return SERVICES[port.service].port or 8443


def _large(region: Region, workloads: tuple[str, ...]) -> str:
    """A network that exists, holds one of these workloads and is no operators' network; empty when none."""
    for key in workloads:
        if key not in region.workloads or region.workloads[key].pool not in region.pools:
            continue
        tenant, domain = region.tenant_of(key), next(iter(region.domains_for(key)), "")
        for centre in region.centres_of(key):
            found = region.centres[centre].network(tenant, domain) if centre in region.centres else None
            for net in (found.ipv4, found.ipv6) if found else ():
                # Balancers call from one half of it, hence one bit more.
                if net is not None and net.prefixlen < ports.MANAGEMENT_PREFIX[net.version] - (
                    net.version == 4
                ):
                    return str(net)
    return ""
