"""The plan's text: whose, how protected, what is adopted; a city in a few lines, details on request."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from medcloud.plan import allocate, derive, to_text
from medcloud.plan.narrow import narrow
from medcloud.plan.region import RegionPlan
from medcloud.plan.summary import duration
from medcloud.region_files import open_plan
from medcloud.text import Refusal, speak
from tests.plan import sample
from tests.support.engine_env import CHECKOUT

HOSPITALS = 30
KINDS = (("his", 4, "core"), ("emr", 4, "core"), ("lis", 3, "general"), ("oa", 2, "general"))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en")
    yield
    speak("both")


def city() -> RegionPlan:
    """The sample with 30 hospitals more, of four workloads each."""
    size = "{instances: 2, vcpus: 2, memory_gib: 4, data_gib: 10}"
    tenants = "".join(f"  h{n}: {{name: 第{n}医院}}\n" for n in range(2, HOSPITALS + 2))
    rest = f"port: 8443, size: {size}"
    workloads = "".join(
        f"  h{n}-{kind}: {{kind: {kind}, level: {level}, pool: {pool}, tenant: h{n}, {rest}}}\n"
        for n in range(2, HOSPITALS + 2)
        for kind, level, pool in KINDS
    )
    region = sample.edited(
        ("tenants:\n", "tenants:\n" + tenants),
        ("workloads:\n", "workloads:\n" + workloads),
        ("hosts: 2, cores: 64", "hosts: 200, cores: 64"),
    )
    return derive(region, allocate(region, None))


def test_a_workload_has_its_tenant_rpo_and_rto() -> None:
    (row,) = [line for line in to_text(sample.plan()).splitlines() if line.split()[:1] == ["gateway"]]
    assert row.split()[1:8] == ["group", "2", "1", "d", "2", "h", "e1"]


def test_a_tenant_has_its_counts_and_the_least_of_its_limits() -> None:
    text = to_text(sample.plan(), details=False)
    (row,) = [line for line in text.splitlines() if line.split()[:1] == ["county"]]
    assert row.split() == ["county", "区卫健局", "1", "3", "3", "3", "1", "h", "15", "min"]
    assert "Flows" not in text and "20 placements, 11 flows more" in text


E1 = "zone: e1, external: external"
THEIRS = "existing: theirs"
NETWORK = f"{{business: {{{THEIRS}, ipv4: 10.250.0.0/24, ipv6: 'fd99::/64'}}}}"
ADOPTED = {
    "DNS zone": ("domain: panyu.example", f"domain: panyu.example\n  zone: {{{THEIRS}}}"),
    "image": ("uos-20: {file: images/cloud.img}", f"uos-20: {{{THEIRS}}}"),
    "project": ("name: 区卫健局", f"name: 区卫健局, project: {{{THEIRS}}}"),
    "key pair": ("kind: edge, level: 2", f"kind: edge, level: 2, key: {{{THEIRS}}}"),
    "volume type": ("distributed, iops: 3000", f"distributed, type: {{{THEIRS}}}"),
    "flavor": ("storage_gbps: 10", f"storage_gbps: 10, flavors: {{2x4: {{{THEIRS}}}}}"),
    "certificate": ("exposure: public", f"exposure: public, certificate: {{{THEIRS}}}"),
    "external network": (E1, "zone: e1, external: theirs"),
    "network": (E1, f"{E1}, networks: {NETWORK}"),
}


@pytest.mark.parametrize("word", ADOPTED)
def test_what_is_adopted_is_told_with_its_name(word: str) -> None:
    text = to_text(sample.plan(sample.edited(ADOPTED[word])), details=False)
    rows = text.partition("Adopted")[2].splitlines()
    assert any(line.startswith(f"  {word} ") and "theirs" in line for line in rows), text


def test_a_city_of_thirty_hospitals_is_readable() -> None:
    plan = city()
    text = to_text(plan)
    assert len(plan.workloads) == 8 + HOSPITALS * len(KINDS)
    assert len(text.splitlines()) < 70
    assert all(f"\n  h{n} " in text for n in range(2, HOSPITALS + 2))
    assert len(to_text(plan, details=True).splitlines()) > 500


def test_a_hospital_of_them_is_told_in_detail() -> None:
    plan = city()
    own = narrow(plan, tenant="h7")
    text = to_text(own, details=True)
    assert {w.tenant for w in own.workloads} == {"h7"}
    assert "h7-emr" in text and "h8" not in text
    assert {d.tenant for c in own.centres for d in c.domains} == {"h7"}


def test_a_tenant_sees_who_it_is_joined_with_and_nobody_else() -> None:
    plan = open_plan(CHECKOUT / "examples/city/region.yaml", write=False)
    own = narrow(plan, tenant="h01")
    assert {o.id for o in own.outside} == {"lan:h01", "insurance", "blood"}
    peers = {link.peer for c in own.centres for link in c.links}
    assert peers == {"c1", "c2", "r1", "blood"}
    assert len(peers) < len({link.peer for c in plan.centres for link in c.links})


def test_filters_go_together() -> None:
    plan = narrow(sample.plan(), tenant="group", centre="c1", workload="his")
    (his,) = plan.workloads
    assert [p.centre for p in his.placements] == ["c1"]
    assert [(c.id, [d.key for d in c.domains]) for c in plan.centres] == [("c1", ["c1/group/core"])]
    assert {flow.source for flow in plan.flows if flow.target == "his"} == {"portal", "lis", "pacs"}


def test_no_filter_leaves_the_plan_as_it_is() -> None:
    assert narrow(sample.plan()) == sample.plan()


@pytest.mark.parametrize("what", ["tenant", "centre", "workload"])
def test_a_name_that_is_none_is_answered_with_those_that_are(what: str) -> None:
    with pytest.raises(Refusal, match=f"there is no {what} none .* there are: "):
        narrow(sample.plan(), **{what: "none"})


@pytest.mark.parametrize(
    ("seconds", "said"), [(None, "-"), (15, "15 s"), (300, "5 min"), (5400, "90 min"), (86400, "1 d")]
)
def test_durations(seconds: int | None, said: str) -> None:
    assert duration(seconds) == said
