"""A plan as text for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medcloud.plan.compute import PlacementPlan, WorkloadPlan
from medcloud.plan.keystone import keystone
from medcloud.plan.network import Treatment
from medcloud.plan.nova import NOVA_HEAD, nova
from medcloud.plan.recovery_text import BACKUP_HEAD, advices, backups, waived
from medcloud.plan.region import CentrePlan, RegionPlan
from medcloud.plan.storage_text import CAPACITY_HEAD, TIER_HEAD, capacities, tiers
from medcloud.plan.summary import QUOTA_HEAD, TENANT_HEAD, adopted, duration, not_made, quotas, tenants
from medcloud.plan.titles import called, side
from medcloud.text import Text
from medcloud.text.table import table

_ROLES = {
    "active": Text("主", "active"),
    "recovery": Text("灾备", "recovery"),
    "public": Text("公有", "public"),
    "edge": Text("边缘", "edge"),
}

_WAYS = {
    "line": Text("专线", "line"),
    "vpn": Text("VPN", "VPN"),
    "internet": Text("互联网", "internet"),
}
_TREATED: dict[Treatment, Text] = {
    "masked": Text("脱敏", "masked"),
    "pseudonymised": Text("假名化", "pseudonymised"),
}
Section = tuple[Text, Sequence[object], Iterator[Sequence[object]]]
FEW = 60
"""Up to so many rows of workloads are told without being asked for."""


def to_text(plan: RegionPlan, *, details: bool | None = None) -> str:
    """Tables of centres, tenants and what is adopted; in detail also networks, workloads, links and flows.

    ``details``: whether in detail; None: where there is not too much of it.
    """
    placed = sum(len(workload.placements) for workload in plan.workloads)
    in_detail = placed <= FEW if details is None else details
    detailed: tuple[Section, ...] = (
        (Text("网络", "Networks"), ("", "VNI", "IPv4", "IPv6", ""), _networks(plan)),
        (Text("业务", "Workloads"), _WORKLOAD_HEAD, _workloads(plan)),
        (Text("备份", "Backups"), BACKUP_HEAD, backups(plan)),
        (Text("加密互联", "IPsec"), ("", "", "", ""), _links(plan)),
        (Text("互访", "Flows"), ("", "", "", "", ""), _flows(plan)),
    )
    sections: tuple[Section, ...] = (
        (Text("中心", "Centres"), ("", "", "", "IPv4", "IPv6", ""), _centres(plan)),
        (Text("机构", "Tenants"), TENANT_HEAD, tenants(plan)),
        (Text("区域之外", "Outside"), ("", "", "", "", "", ""), _outside(plan)),
        *(detailed if in_detail else ()),
        (Text("存储层", "Storage tiers"), TIER_HEAD, tiers(plan)),
        (Text("存储容量", "Storage capacity"), CAPACITY_HEAD, capacities(plan)),
        (Text("配额", "Quotas"), QUOTA_HEAD, quotas(plan)),
        (Text("不由 medcloud 建立", "Not made by medcloud"), ("", "", ""), not_made(plan)),
        (Text("引用的已有资源", "Adopted: what exists and is used as it is"), ("", "", ""), adopted(plan)),
        (Text("建议", "Advice"), ("", "", ""), advices(plan)),
        (Text("已豁免", "Waived"), ("", "", "", "", ""), waived(plan)),
        (Text("主机: nova.conf", "Hosts: nova.conf"), NOVA_HEAD, nova(plan)),
        (Text("身份: keystone.conf", "Identity: keystone.conf"), ("", "", ""), keystone(plan.identity)),
    )
    name = Text(f"{plan.name}（{plan.id}）", f"{plan.name} ({plan.id})")
    lines = [f"{name}  {plan.domain.rstrip('.')}  {plan.owner}"]
    for title, heads, rows in sections:
        found, head = list(rows), [str(word) for word in heads]
        if found:
            body = table(head, found)
            lines += ["", str(title), *(f"  {line}" for line in (body if any(head) else body[1:]))]
    if not in_detail:
        how, flows = "--details, --tenant ID, --centre ID, --workload ID", len(plan.flows)
        more = Text(
            f"另有 {placed} 项部署、{flows} 条互访: {how}", f"{placed} placements, {flows} flows more: {how}"
        )
        lines += ["", str(more)]
    return "\n".join(lines)


def _centres(plan: RegionPlan) -> Iterator[Sequence[object]]:
    for centre in plan.centres:
        yield (
            called(plan.titles, "centres", centre.id),
            _ROLES[centre.role],
            centre.site_name,
            centre.v4,
            centre.v6,
            _where(centre),
        )


def _where(centre: CentrePlan) -> str:
    place = centre.location
    return f"{place.cloud}/{place.region}/{place.zone}"


def _networks(plan: RegionPlan) -> Iterator[Sequence[object]]:
    for centre in plan.centres:
        for network in centre.domains:
            by_family = {v: [s.cidr for s in network.subnets if s.version == v] for v in (4, 6)}
            called = (plan.titles.get(f"tenants.{network.tenant}"), plan.titles.get(f"domains.{network.id}"))
            row = (network.key, network.vni, " ".join(by_family[4]), " ".join(by_family[6]))
            yield *row, " ".join(filter(None, called))


_RETIRED = Text("已停用，数据保留", "retired, data kept")
_WORKLOAD_HEAD = (
    "",
    Text("机构", "tenant"),
    Text("级别", "level"),
    "RPO",
    "RTO",
    Text("中心", "centre"),
    Text("地址", "address"),
    Text("实例", "instances"),
    Text("存储", "storage"),
    "",
)


def _workloads(plan: RegionPlan) -> Iterator[Sequence[object]]:
    for workload in plan.workloads:
        for placement in workload.placements:
            yield *_workload(workload, placement), plan.titles.get(f"workloads.{workload.id}", "")


def _workload(workload: WorkloadPlan, placement: PlacementPlan) -> Sequence[object]:
    balancer = placement.balancer
    hosts = ", ".join(instance.v4 or instance.v6 for instance in placement.instances) or _RETIRED
    volumes = {volume.tier for volume in placement.volumes}
    served = balancer.at if balancer else "-"
    if balancer and balancer.v4 and balancer.v6:
        served += f" [{balancer.v6}]"
    limits = duration(workload.protection.rpo_seconds), duration(workload.protection.rto_seconds)
    about = workload.id, workload.tenant, workload.level, *limits
    return *about, placement.centre, served, hosts, ", ".join(sorted(volumes))


def _links(plan: RegionPlan) -> Iterator[Sequence[object]]:
    for centre in plan.centres:
        by_v4 = {link.ends for link in centre.links if link.version == 4}
        for link in centre.links:
            if link.version == 4 or link.gateway or link.ends not in by_v4:
                cipher = f"{link.esp_encryption} {link.esp_integrity} {link.group}"
                local, peer = (_end(plan, end) for end in link.ends)
                yield local, f"→ {peer}", cipher, link.gateway or ""


def _end(plan: RegionPlan, end: str) -> str:
    """What people call an end of a link, which may name a tenant's project too."""
    there, slash, project = end.partition("/")
    return f"{side(plan.titles, there)}{slash}{project}"


def _outside(plan: RegionPlan) -> Iterator[Sequence[object]]:
    for found in plan.outside:
        place = f"partners.{found.id}" if found.tenant is None else f"tenants.{found.tenant}"
        row = found.id, plan.titles.get(place, ""), str(_WAYS[found.by]), ", ".join(found.prefixes)
        names = dict.fromkeys(record.name.rstrip(".") for record in found.names)
        yield *row, found.gateway or "", ", ".join(names)


def _flows(plan: RegionPlan) -> Iterator[Sequence[object]]:
    for flow in plan.flows:
        treated = str(_TREATED[flow.data]) if flow.data else ""
        source, target = (side(plan.titles, end) for end in (flow.source, flow.target))
        yield source, "→", target, f"{flow.protocol}/{flow.port}", treated
