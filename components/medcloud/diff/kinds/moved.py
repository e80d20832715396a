"""Workloads that change centre, tenant, security domain or pool; centres that change place or role."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.diff.change import About, Change, Severity
from medcloud.diff.made_anew import network_of
from medcloud.diff.pair import Pair
from medcloud.plan.compute import WorkloadPlan
from medcloud.text import Text

_CENTRE_FIELDS = (
    ("role", Text("角色", "role")),
    ("site", Text("院区", "site")),
    ("city", Text("城市", "city")),
    ("cloud", Text("云", "cloud")),
    ("region", Text("云区域", "region of its cloud")),
    ("zone", Text("可用区", "availability zone")),
)


def changes(pair: Pair) -> Iterator[Change]:
    """What is somewhere else than it was."""
    for workload, gone, come in moves(pair):
        said = pair.workload(workload)
        before, after = (", ".join(map(pair.place, side)) for side in (gone, come))
        text = Text(f"{said} 由 {before} 迁至 {after}", f"{said} moves from {before} to {after}")
        about = pair.about(workload, come[0])
        yield Change("moved", "high", f"moved:workloads.{workload}", text, about, before, after, "A.1-b")
    for old, new in pair.kept_workloads():
        yield from _within(pair, old, new)
    yield from _centres(pair)


def moves(pair: Pair) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Workload, centres that it leaves, centres that it comes to; none that only grows or shrinks."""
    for old, new in pair.kept_workloads():
        before, after = [p.centre for p in old.placements], [p.centre for p in new.placements]
        gone = tuple(c for c in before if c not in after)
        come = tuple(c for c in after if c not in before)
        if gone and come:
            yield new.id, gone, come


def _within(pair: Pair, old: WorkloadPlan, new: WorkloadPlan) -> Iterator[Change]:
    said = pair.workload(new.id)
    pools = _one(p.pool for p in old.placements), _one(p.pool for p in new.placements)
    owned = _one(network_of(pair.old, p).id for p in old.placements)
    owns = _one(network_of(pair.new, p).id for p in new.placements)
    for what, word, before, after, item in (
        ("tenant", Text("机构", "tenant"), old.tenant, new.tenant, "7.2.2-c"),
        ("domain", Text("安全域", "security domain"), owned, owns, "6.1.3-b"),
        ("pool", Text("资源池", "pool"), *pools, ""),
    ):
        if before != after:
            text = Text(f"{said} 换到另一{word.zh}", f"{said} moves to another {word.en}")
            severity: Severity = "medium" if what == "pool" else "high"
            id_ = f"moved:workloads.{new.id}.{what}"
            yield Change("moved", severity, id_, text, pair.about(new.id), before, after, item)


def _centres(pair: Pair) -> Iterator[Change]:
    for old, new in pair.kept_centres():
        for field, word in _CENTRE_FIELDS:
            before, after = (
                str(getattr(c.location if hasattr(c.location, field) else c, field)) for c in (old, new)
            )
            if before != after:
                said = pair.place(new.id)
                text = Text(f"中心 {said} 的{word.zh}改变", f"centre {said} has another {word.en}")
                item = "A.5-b" if field in ("role", "site", "city") else ""
                id_ = f"moved:centres.{new.id}.{field}"
                yield Change("moved", "high", id_, text, About(centre=new.id), before, after, item)


def _one(found: Iterator[str]) -> str:
    return ", ".join(dict.fromkeys(found))
