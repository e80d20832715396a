"""A local workload is called in its own centre alone, and found there by a name of that centre."""

from __future__ import annotations

from medcloud.plan import allocate, derive
from medcloud.plan.region import RegionPlan
from tests.model.sample import SAMPLE, changed, findings
from tests.plan import sample

LIS = "  lis: {kind: lis, level: 3,"


def _plan() -> RegionPlan:
    return sample.plan(sample.edited((LIS, f"{LIS} local: true,")))


def _own(plan: RegionPlan, workload: str, centre: str) -> set[str]:
    return {f"{i.v4}/32" for i in sample.placement(plan, workload, centre).instances}


def test_its_balancer_admits_callers_of_its_centre() -> None:
    plan = _plan()
    for centre in ("c1", "c2"):
        balancer = sample.placement(plan, "lis", centre).balancer
        assert balancer is not None
        assert {*balancer.allowed_cidrs} == _own(plan, "his", centre)


def test_callers_reach_the_one_in_their_centre() -> None:
    plan = _plan()
    for centre, other in (("c1", "c2"), ("c2", "c1")):
        near, far = (sample.placement(plan, "lis", c).balancer for c in (centre, other))
        assert near is not None and far is not None
        remotes = {rule.remote for rule in sample.placement(plan, "his", centre).rules}
        assert f"{near.v4}/32" in remotes
        assert f"{far.v4}/32" not in remotes


def test_perimeters_open_within_a_centre_only() -> None:
    before, after = sample.plan(), _plan()

    def pairs(plan: RegionPlan) -> set[tuple[str | None, str | None]]:
        rules = plan.centre("c1").firewall["c1/group/core"]
        return {(r.source, r.destination) for r in rules if r.direction == "egress" and r.action == "allow"}

    def business(centre: str) -> str:
        (found,) = (d for d in before.centre(centre).domains if d.key == f"{centre}/group/business")
        return found.subnets[0].cidr

    core = before.centre("c1").domains[0].subnets[0].cidr
    assert {(core, business(c)) for c in ("c1", "c2")} <= pairs(before)
    assert (core, business("c1")) in pairs(after)
    assert (core, business("c2")) not in pairs(after)


def test_it_has_a_name_in_each_centre() -> None:
    plan = _plan()
    names = {r.name: r.values for r in plan.records if r.workload == "lis"}
    assert {"lis.c1.panyu.example.", "lis.c2.panyu.example."} <= names.keys()
    assert "lis.panyu.example." not in names
    balancer = sample.placement(plan, "lis", "c1").balancer
    assert balancer is not None and names["lis.c1.panyu.example."] == (balancer.v4,)


def test_without_the_word_nothing_changes() -> None:
    assert derive(sample.region(), allocate(sample.region(), None)) == sample.plan()


def test_a_caller_in_none_of_its_centres_is_refused() -> None:
    text = SAMPLE.replace("  gateway: {kind: edge,", "  gateway: {kind: edge, local: true,")
    (finding,) = findings(changed("workloads/gateway/callers", ["his"], text))
    assert finding.place.path == "workloads.gateway.callers[0]"
    assert finding.remedy.en == "remove his, or remove local"
    assert findings(changed("workloads/gateway/callers", ["intranet"], text)) == ()
