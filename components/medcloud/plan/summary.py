"""A plan in a few lines: what each tenant has, and what exists already and is used as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medcloud.plan.region import RegionPlan
from medcloud.plan.titles import network, side
from medcloud.text import Text

TENANT_HEAD = (
    "",
    "",
    Text("业务", "workloads"),
    Text("级别", "levels"),
    Text("服务器", "servers"),
    Text("网络", "networks"),
    Text("最严 RPO", "least RPO"),
    Text("最严 RTO", "least RTO"),
)


def tenants(plan: RegionPlan) -> Iterator[Sequence[object]]:
    """A row a tenant, in the order of its first workload."""
    for tenant in dict.fromkeys(w.tenant for w in plan.workloads):
        own = [w for w in plan.workloads if w.tenant == tenant]
        levels = sorted({w.level for w in own})
        servers = sum(len(p.instances) for w in own for p in w.placements)
        networks = sum(d.tenant == tenant for c in plan.centres for d in c.domains)
        yield (
            tenant,
            plan.titles.get(f"tenants.{tenant}", ""),
            len(own),
            f"{levels[0]}-{levels[-1]}" if len(levels) > 1 else levels[0],
            servers,
            networks,
            duration(_least([w.protection.rpo_seconds for w in own])),
            duration(_least([w.protection.rto_seconds for w in own])),
        )


QUOTA_HEAD = ("", Text("中心", "centres"), Text("已用", "used"), Text("配额", "quota"))


def quotas(plan: RegionPlan) -> Iterator[Sequence[object]]:
    """A row a tenant, OpenStack region and field of its quota."""
    for quota in plan.quotas:
        for field, limit in quota.limits.items():
            yield f"{quota.tenant}.{field}", ", ".join(quota.centres), quota.needed[field], limit


def adopted(plan: RegionPlan) -> Iterator[Sequence[object]]:
    """What exists already: kind, its name, and where it is used."""
    found: dict[tuple[Text, str], dict[str, None]] = {}
    for kind, name, where in _existing(plan):
        if name:
            found.setdefault((kind, name), {})[where] = None
    for (kind, name), places in found.items():
        yield kind, name, ", ".join(places)


def not_made(plan: RegionPlan) -> Iterator[Sequence[object]]:
    """What flows need that nobody here makes, with who has to: a row a network and other side."""
    for found in plan.unmade:
        zh = f"网络 {found.adopted} 由其所有者设路由与边界规则"
        en = f"network {found.adopted} is routed and guarded by its owner"
        if found.encrypted:
            zh, en = f"{zh}，并加密（7.2.1-b）", f"{en}, who encrypts (7.2.1-b)"
        if found.why == "no-vpn":
            field = f"centres.{found.network.partition('/')[0]}"
            zh = f"两个项目各有路由器：写 {field}.external 并启用 vpn，或用同一项目"
            en = f"two projects have two routers: write {field}.external and vpn: true, or use one project"
        if found.why == "no-external":
            field = f"centres.{found.network.partition('/')[0]}.external"
            zh, en = f"没有外部网络：写 {field}", f"no external network leads there: write {field}"
        here, there = network(plan.titles, found.network), _other(plan, found.other)
        yield here, f"↔ {there}", Text(zh, en)


def _other(plan: RegionPlan, other: str) -> str:
    return network(plan.titles, other) if "/" in other else side(plan.titles, other)


def _existing(plan: RegionPlan) -> Iterator[tuple[Text, str | None, str]]:
    """Kind, name (None where it is made) and one place of use."""
    yield Text("域名区", "DNS zone"), plan.zone_existing, plan.domain.rstrip(".")
    for centre in plan.centres:
        yield Text("外部网络", "external network"), centre.external, centre.id
        for tenant, project in centre.projects.items():
            yield Text("项目", "project"), project, f"{centre.id}/{tenant}"
        for own in centre.domains:
            yield Text("网络", "network"), own.existing, own.key
        for pool in centre.pools:
            here = f"{centre.id}/{pool.id}"
            for image in pool.images:
                yield Text("镜像", "image"), image.existing, here
            for flavor in pool.flavors:
                yield Text("规格", "flavor"), flavor.existing, here
        for tier in centre.tiers:
            yield Text("卷类型", "volume type"), tier.existing, f"{centre.id}/{tier.id}"
    for workload in plan.workloads:
        for placed in workload.placements:
            certificate = placed.balancer.certificate if placed.balancer else None
            yield Text("登录密钥", "key pair"), placed.key_pair, workload.id
            yield Text("证书", "certificate"), certificate, workload.id


def duration(seconds: int | None) -> str:
    """Seconds as people say them: ``15 s``, ``5 min``, ``4 h``, ``1 d``; ``-`` for no limit."""
    if seconds is None:
        return "-"
    for unit, size in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= size and seconds % size == 0:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def _least(limits: list[int | None]) -> int | None:
    return min((limit for limit in limits if limit is not None), default=None)
