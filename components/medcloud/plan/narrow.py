"""The part of a plan that concerns a tenant, a centre or a workload."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from medcloud.plan.compute import WorkloadPlan
from medcloud.plan.protection import Advice
from medcloud.plan.region import CentrePlan, RegionPlan
from medcloud.text import Refusal, Text


def narrow(plan: RegionPlan, *, tenant: str = "", centre: str = "", workload: str = "") -> RegionPlan:
    """The plan with nothing but that in it, and with the flows that reach in or out; empty: whatever it is.

    Refusal, with the ids that there are, when nothing is called so.
    """
    _known("tenant", tenant, [w.tenant for w in plan.workloads])
    _known("centre", centre, [c.id for c in plan.centres])
    _known("workload", workload, [w.id for w in plan.workloads])
    if not (tenant or centre or workload):
        return plan
    kept = [
        replace(w, placements=tuple(p for p in w.placements if centre in ("", p.centre)))
        for w in plan.workloads
        if tenant in ("", w.tenant) and workload in ("", w.id)
    ]
    workloads = tuple(w for w in kept if w.placements)
    ids, tenants = {w.id for w in workloads}, {w.tenant for w in workloads}
    networks = {p.domain for w in workloads for p in w.placements}
    flows = tuple(f for f in plan.flows if f.source in ids or f.target in ids)
    joined = ids | {f.source for f in flows} | {f.target for f in flows}
    reached = joined | {p.centre for w in plan.workloads if w.id in joined for p in w.placements}
    return replace(
        plan,
        workloads=workloads,
        centres=_centres(plan, workloads, centre, reached),
        flows=flows,
        outside=tuple(o for o in plan.outside if o.id in joined or (tenant and o.tenant == tenant)),
        records=tuple(r for r in plan.records if r.workload in ids),
        unmade=tuple(u for u in plan.unmade if {u.network, u.other} & networks),
        advice=_advice(plan, ids),
        quotas=tuple(q for q in plan.quotas if q.tenant in tenants),
    )


def _advice(plan: RegionPlan, ids: set[str]) -> tuple[Advice, ...]:
    about = (replace(a, workloads=tuple(w for w in a.workloads if w in ids)) for a in plan.advice)
    return tuple(a for a in about if a.workloads)


def _centres(
    plan: RegionPlan, workloads: tuple[WorkloadPlan, ...], centre: str, reached: set[str]
) -> tuple[CentrePlan, ...]:
    """The centres in which those are, with the networks, pools, tiers and links that they use."""
    placed = [p for w in workloads for p in w.placements]
    networks = {p.domain for p in placed}
    pools = {(p.centre, p.pool) for p in placed}
    boots = [(p.centre, i.boot) for p in placed for i in p.instances if i.boot]
    tiers = {(c, v.volume_type) for c, v in (*((p.centre, v) for p in placed for v in p.volumes), *boots)}
    used = {(c.id, t.kind) for c in plan.centres for t in c.tiers if (c.id, t.volume_type) in tiers}
    tenants = {w.tenant for w in workloads}
    return tuple(
        replace(
            c,
            domains=tuple(d for d in c.domains if d.key in networks),
            pools=tuple(p for p in c.pools if (c.id, p.id) in pools),
            tiers=tuple(t for t in c.tiers if (c.id, t.volume_type) in tiers),
            capacities=tuple(room for room in c.capacities if (c.id, room.tier) in used),
            firewall=MappingProxyType({k: v for k, v in c.firewall.items() if k in networks}),
            links=tuple(link for link in c.links if link.peer in reached),
            projects=MappingProxyType({t: name for t, name in c.projects.items() if t in tenants}),
        )
        for c in plan.centres
        if c.id == centre or any(p.centre == c.id for p in placed)
    )


def _known(what: str, id_: str, there: list[str]) -> None:
    if id_ and id_ not in there:
        word = {"tenant": "机构", "centre": "中心", "workload": "业务"}[what]
        names = ", ".join(dict.fromkeys(there)) or "-"
        raise Refusal(
            Text(f"没有{word} {id_}  → 可用：{names}", f"there is no {what} {id_}  → there are: {names}")
        )
