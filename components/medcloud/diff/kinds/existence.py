"""What is added and what is removed: centres, tenants, pools, networks, workloads, their servers, links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from medcloud.diff.change import About, Change, Kind, Severity
from medcloud.diff.kinds.lost import data_of
from medcloud.diff.kinds.moved import moves
from medcloud.diff.pair import Pair, domains
from medcloud.plan.compute import PlacementPlan, WorkloadPlan
from medcloud.plan.region import CentrePlan, RegionPlan
from medcloud.text import Text


@dataclass(frozen=True)
class _Thing:
    """Something that stands in a plan."""

    text: Text
    """What it is, with the name that people call it by."""
    about: About
    inside: str = ""
    """Key of the thing that it comes and goes with, and is not told beside."""


def changes(pair: Pair) -> Iterator[Change]:
    """What is only in one of the plans; what comes or goes with a larger thing is told with that."""
    before, after = dict(_things(pair, pair.old)), dict(_things(pair, pair.new))
    moved = {(workload, centre) for workload, gone, come in moves(pair) for centre in (*gone, *come)}
    for kind, here, there in (("removed", before, after), ("added", after, before)):
        for key, thing in here.items():
            with_larger = thing.inside in here and thing.inside not in there
            with_move = (thing.about.workload, thing.about.centre) in moved
            if key not in there and not with_larger and not with_move:
                yield _change("removed" if kind == "removed" else "added", key, thing)


def _change(kind: Kind, key: str, thing: _Thing) -> Change:
    gone = kind == "removed"
    severity: Severity = "low" if not gone else "high" if thing.about.level >= 3 else "medium"
    text = Text(f"{'移除' if gone else '新增'}：{thing.text.zh}", f"{thing.text.en} is {kind}")
    return Change(kind, severity, f"{kind}:{key}", text, thing.about)


def _things(pair: Pair, plan: RegionPlan) -> Iterator[tuple[str, _Thing]]:
    for centre in plan.centres:
        yield from _centre(pair, centre)
    for tenant in dict.fromkeys((*(d.tenant for d in domains(plan)), *(w.tenant for w in plan.workloads))):
        said = pair.name("tenants", tenant)
        yield f"tenants.{tenant}", _Thing(Text(f"机构 {said}", f"tenant {said}"), About(tenant=tenant))
    for quota in plan.quotas:
        said, place = pair.name("tenants", quota.tenant), quota.region
        text = Text(f"机构 {said} 在 {place} 的配额", f"the quota of tenant {said} in {place}")
        key = f"quotas.{quota.tenant}@{place}"
        yield key, _Thing(text, About(tenant=quota.tenant), f"tenants.{quota.tenant}")
    for workload in plan.workloads:
        said = pair.workload(workload.id)
        text = Text(
            f"业务 {said}（{workload.level} 级数据）", f"workload {said} (data level {workload.level})"
        )
        about = About(workload.id, workload.tenant, "", workload.level)
        yield f"workloads.{workload.id}", _Thing(text, about)
        for placed in workload.placements:
            yield from _placement(said, pair.place(placed.centre), workload, placed)


def _centre(pair: Pair, centre: CentrePlan) -> Iterator[tuple[str, _Thing]]:
    id_, key, about = centre.id, f"centres.{centre.id}", About(centre=centre.id)
    where = pair.place(id_)
    said = f"{id_} ({centre.site_name})" if where == id_ and centre.site_name else where
    yield key, _Thing(Text(f"中心 {said}", f"centre {said}"), about)
    for pool in centre.pools:
        text = Text(f"{where} 的资源池 {pool.id}", f"pool {pool.id} in {where}")
        yield f"pools.{pool.id}@{id_}", _Thing(text, about, key)
    for room in centre.capacities:
        text = Text(
            f"{id_} 的 {room.tier} 存储层容量说明",
            f"what is said of the capacity of tier {room.tier} in {id_}",
        )
        yield f"capacity.{room.tier}@{id_}", _Thing(text, about, key)
    for link in centre.links:
        local, peer = map(pair.side, link.ends)
        text = Text(
            f"{local} 至 {peer} 的加密互联（IPv{link.version}）",
            f"the encrypted link from {local} to {peer} (IPv{link.version})",
        )
        yield f"links.{link.key}", _Thing(text, about, key)
    for network in centre.domains:
        said = f"{pair.name('tenants', network.tenant)} / {pair.name('domains', network.id)}"
        text = Text(f"{where} 的网络 {said}", f"network {said} in {where}")
        yield f"networks.{network.key}", _Thing(text, About("", network.tenant, id_), key)


def _placement(
    said: str, where: str, workload: WorkloadPlan, placed: PlacementPlan
) -> Iterator[tuple[str, _Thing]]:
    whole, seat = f"workloads.{workload.id}", f"{workload.id}@{placed.centre}"
    about = About(workload.id, workload.tenant, placed.centre, workload.level)
    if not placed.instances:
        held = data_of(placed.volumes, placed.containers) or Text("无", "none")
        text = Text(
            f"{said} 停用，在 {where} 保留的数据（{held.zh}）",
            f"the data that {said} keeps in {where} when it is retired ({held.en})",
        )
        yield f"kept.{seat}", _Thing(text, about, whole)
        return
    text = Text(f"{said} 在 {where} 的部署", f"{said} in {where}")
    yield f"workloads.{seat}", _Thing(text, about, whole)
    for instance in placed.instances:
        text = Text(f"{said} 的服务器 {instance.name}", f"server {instance.name} of {said}")
        yield f"servers.{seat}/{instance.index}", _Thing(text, about, f"workloads.{seat}")
    if placed.balancer:
        text = Text(f"{said} 在 {where} 的负载均衡", f"the balancer of {said} in {where}")
        yield f"balancers.{seat}", _Thing(text, about, f"workloads.{seat}")
