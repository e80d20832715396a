"""Every other field of the plan by its name, so that nothing changes in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from medcloud.diff.change import About, Change
from medcloud.diff.pair import Pair, domains
from medcloud.plan.compute import FlavorPlan, ImagePlan, PlacementPlan, PoolPlan, WorkloadPlan
from medcloud.plan.network import BalancerPlan, DomainPlan, LinkPlan, OutsidePlan
from medcloud.plan.quota import QuotaPlan
from medcloud.plan.region import CentrePlan, Location, RegionPlan
from medcloud.plan.storage import CapacityPlan, TierPlan
from medcloud.text import Text

_TOLD: dict[type, frozenset[str]] = {
    kind: frozenset(names.split())
    for kind, names in {
        CentrePlan: "index role name site city v4 v6 domains pools tiers firewall links location capacities",
        PoolPlan: "name flavors image isa more_images",
        FlavorPlan: "name existing vcpus ram_mib disk_gib",
        ImagePlan: "name os isa properties existing",
        TierPlan: "volume_type copies erasure sm4",
        CapacityPlan: "tier placed_gib full_year",
        Location: "cloud region zone",
        DomainPlan: "name vni subnets existing",
        OutsidePlan: "prefixes",
        QuotaPlan: "name tenant region centres needed",
        LinkPlan: "name local_cidrs peer_cidrs",
        WorkloadPlan: "tenant level protection placements",
        PlacementPlan: "domain name pool instances anti_affinity rules balancer containers key_pair kept",
        BalancerPlan: "name v4 allowed_cidrs tls_versions",
    }.items()
}
"""Fields that the other kinds tell, or that follow from what they tell; labels follow always."""
_WORDS = {
    "kind": Text("类型", "kind"),
    "exposure": Text("暴露范围", "exposure"),
    "port": Text("端口", "port"),
    "local": Text("只在本中心可访问", "reached in its own centre alone"),
    "v6": Text("IPv6 服务地址", "IPv6 address at which it is served"),
    "member_port": Text("成员端口", "member port"),
    "certificate": Text("证书", "certificate"),
    "floating": Text("浮动地址", "floating address"),
    "after": Text("启动顺序", "what it waits for"),
    "hosts": Text("主机数", "hosts"),
    "models": Text("主机各代", "generations of hosts"),
    "baseline": Text("CPU 基线", "CPU baseline"),
    "cores": Text("每台核数", "cores a host"),
    "memory_gib": Text("每台内存 GiB", "memory a host, GiB"),
    "os": Text("操作系统", "operating system"),
    "file": Text("镜像文件（已建的镜像不会重传）", "image file (an image that is made is not sent again)"),
    "limits": Text("配额", "quota"),
    "project": Text("所属项目", "project that it is of"),
    "iops": Text("IOPS 上限", "IOPS limit"),
    "capacity_gib": Text("容量 GiB", "capacity, GiB"),
    "stored_gib": Text("业务的卷以外的数据 GiB", "data beside volumes of workloads, GiB"),
    "growth_gib": Text("年增长 GiB", "growth a year, GiB"),
    "lasts_years": Text("须用年数", "years that it must last"),
    "external": Text("外部网络", "external network"),
    "projects": Text("已有项目", "existing projects"),
    "described": Text("云上说明中的名称", "name in its description in the cloud"),
    "site_name": Text("院区名称", "name of its site"),
    "admin": Text("管理员所用的云", "cloud entry with administrator rights"),
    "exposed": Text("可对外", "exposed"),
    "segments": Text("VNI 写入云网络", "VNI on the cloud's network"),
    "by": Text("连接方式", "way"),
    "gateway": Text("对端网关", "gateway of the other end"),
    "existing": Text("引用的已有资源", "what exists and is used"),
    "extra_specs": Text("附加规格", "extra specs"),
    "properties": Text("镜像属性", "image properties"),
}


def changes(pair: Pair) -> Iterator[Change]:
    """Fields of what stands in both plans, each by its path."""
    for path, place, old, new in _both(pair):
        yield from _fields(path, place, old, new)


def _both(pair: Pair) -> Iterator[tuple[str, About, Any, Any]]:
    sides = [dict(_parts(plan)) for plan in (pair.old, pair.new)]
    for path, (place, new) in sides[1].items():
        if path in sides[0]:
            yield path, place, sides[0][path][1], new


def _parts(plan: RegionPlan) -> Iterator[tuple[str, tuple[About, Any]]]:
    for centre in plan.centres:
        yield from _of_centre(centre)
    for outside in plan.outside:
        yield f"outside.{outside.id}", (About(), outside)
    for quota in plan.quotas:
        yield f"quotas.{quota.tenant}@{quota.region}", (About(tenant=quota.tenant), quota)
    for network in domains(plan):
        yield f"networks.{network.key}", (About("", network.tenant, network.centre), network)
    for workload in plan.workloads:
        place = About(workload.id, workload.tenant, "", workload.level)
        yield f"workloads.{workload.id}", (place, workload)
        for placed in workload.placements:
            here = f"{workload.id}@{placed.centre}"
            place = About(workload.id, workload.tenant, placed.centre, workload.level)
            yield f"workloads.{here}", (place, placed)
            if placed.balancer:
                yield f"balancers.{here}", (place, placed.balancer)


def _of_centre(centre: CentrePlan) -> Iterator[tuple[str, tuple[About, Any]]]:
    place = About(centre=centre.id)
    yield f"centres.{centre.id}", (place, centre)
    yield f"centres.{centre.id}.location", (place, centre.location)
    for pool in centre.pools:
        here = f"pools.{pool.id}@{centre.id}"
        yield here, (place, pool)
        yield f"{here}.image", (place, pool.image)
        for image in pool.more_images:
            yield f"{here}.image.{image.os}", (place, image)
        for flavor in pool.flavors:
            yield f"{here}.flavors.{flavor.name}", (place, flavor)
    for tier in centre.tiers:
        yield f"storage.{tier.id}@{centre.id}", (place, tier)
    for room in centre.capacities:
        yield f"capacity.{room.tier}@{centre.id}", (place, room)
    for link in centre.links:
        yield f"links.{link.key}", (place, link)


def _fields(path: str, place: About, old: Any, new: Any) -> Iterator[Change]:
    told = _TOLD.get(type(new), frozenset()) | {"labels", "rule_labels"}
    for field in fields(new):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if field.name in told or before == after:
            continue
        word = _WORDS.get(field.name, Text(field.name, field.name))
        text = Text(f"{path} 的{word.zh}改变", f"{path}: {word.en} changes")
        id_ = f"settings:{path}.{field.name}"
        yield Change("settings", "low", id_, text, place, _said(before), _said(after))


def _said(value: Any) -> str:
    """A value in a line."""
    if value is None or (not value and isinstance(value, str | tuple)):
        return "-"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}={_said(each)}" for key, each in value.items()) or "-"
    if isinstance(value, tuple):
        return ", ".join(map(_said, value))
    if is_dataclass(value):
        return ", ".join(f"{field.name}={_said(getattr(value, field.name))}" for field in fields(value))
    return str(value)
