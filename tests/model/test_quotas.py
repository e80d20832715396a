"""Quotas of tenants' own projects: whose they are, what must fit them, what is made of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from medcloud.diff import compare
from medcloud.model import parse
from medcloud.plan import Lock, allocate, derive, to_text
from medcloud.plan.narrow import narrow
from medcloud.plan.region import RegionPlan
from tests.cloud.recorder import Deployment, Made
from tests.model.sample import findings
from tests.model.test_pool_hosts import text
from tests.support.promised import deployed, refusals_of

PROJECT = {"tenants/county/project": {"existing": "county-own"}}
FITS = {"cores": 16, "memory_gib": 64, "instances": 2, "volumes": 2, "volumes_gib": 400}
"""What the county's only workload (4 vCPUs, 16 GiB, 100 GiB) needs where c1 and c2 are; one more is in r1."""


def _quota(**limits: int) -> dict[str, Any]:
    return {**PROJECT, "tenants/county/quota": limits}


def _plan(changes: dict[str, Any]) -> RegionPlan:
    region = parse(text(changes), "region.yaml")
    return derive(region, allocate(region, Lock()))


@pytest.mark.item("7.5.2.1-a")
@pytest.mark.parametrize("field", FITS)
def test_what_the_workloads_need_must_fit(field: str) -> None:
    need = _plan(_quota(**FITS)).quotas[0].needed[field]
    assert not findings(text(_quota(**{field: need})))
    if need > 1:
        (finding,) = findings(text(_quota(**{field: need - 1})))
        assert (finding.place.path, finding.item) == (f"tenants.county.quota.{field}", "7.5.2.1-a")
        assert f"{need} in metro (c1, c2)" in finding.message.en
        assert f"write {need} or more" in finding.remedy.en


def test_centres_of_one_openstack_region_share_it() -> None:
    first, second = _plan(_quota(**FITS)).quotas
    assert (first.region, first.centres, first.admin) == ("metro", ("c1", "c2"), "private")
    assert (second.region, second.centres) == ("remote", ("r1",))
    assert first.needed == {name: 2 * amount for name, amount in second.needed.items()}
    assert second.needed == {"cores": 8, "memory_gib": 32, "instances": 1, "volumes": 1, "volumes_gib": 100}


def test_a_database_boots_from_a_volume_and_a_retired_workload_keeps_its_volumes_alone() -> None:
    wide = {name: 9 * amount for name, amount in FITS.items()}
    lis = {**_quota(**wide), "workloads/lis/tenant": "county"}
    before, database = _plan(lis), _plan({**lis, "workloads/lis/kind": "database"})
    added = {k: database.quotas[0].needed[k] - before.quotas[0].needed[k] for k in ("volumes", "volumes_gib")}
    assert added == {"volumes": 4, "volumes_gib": 4 * 40}
    gateway = {"workloads/gateway/tenant": "county", "workloads/gateway/retire": True}
    needed = _plan({**_quota(**wide), **gateway}).quotas[0].needed
    assert {name: needed[name] - FITS[name] for name in ("instances", "volumes")} == {
        "instances": 0,
        "volumes": 1,
    }


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"tenants/county/quota": {"cores": 99}}, "this tenant has none"),
        (_quota(), "the quota is empty"),
        ({**_quota(cores=99), "tenants/group/project": {"existing": "county-own"}}, "tenants.group use this"),
        ({**_quota(cores=99), "centres/r1/cloud": "county-own"}, "centres.r1 use this"),
    ],
)
def test_a_quota_is_of_a_project_of_the_tenants_own(changes: dict[str, Any], said: str) -> None:
    (finding,) = findings(text(changes))
    assert finding.place.path == "tenants.county.quota"
    assert said in finding.message.en


def _of_type(made: Deployment, type_: str) -> list[Made]:
    return [each for each in made.made if each.type.endswith(type_)]


@pytest.mark.item("7.5.2.1-a")
def test_it_is_made_before_the_servers_and_volumes_that_it_is_for(tmp_path: Path) -> None:
    plan = _plan(_quota(**FITS))
    made = deployed(plan, tmp_path)
    compute = {each.name: each.inputs for each in _of_type(made, ":QuotaSetV2")}
    assert compute.keys() == {"panyu-county-quota-metro-compute", "panyu-county-quota-remote-compute"}
    assert compute["panyu-county-quota-metro-compute"]["ram"] == 64 * 1024
    storage = {each.name: each.inputs for each in _of_type(made, ":QuoteSetV3")}
    assert storage["panyu-county-quota-remote-volumes"]["gigabytes"] == 400
    quotas = {each.urn for each in (*_of_type(made, ":QuotaSetV2"), *_of_type(made, ":QuoteSetV3"))}
    for type_ in (":Instance", ":Volume"):
        waiting = {m.name for m in _of_type(made, type_) if quotas & {*m.depends_on}}
        own = {m.name for m in _of_type(made, type_) if "-ai-" in m.name}
        assert own and waiting == own
    assert refusals_of(plan, tmp_path) == []


def test_only_what_is_said_is_set(tmp_path: Path) -> None:
    made = deployed(_plan(_quota(cores=99)), tmp_path)
    assert not _of_type(made, ":QuoteSetV3")
    assert {key for key in _of_type(made, ":QuotaSetV2")[0].inputs if not key.startswith("__")} == {
        "cores",
        "projectId",
    }


def test_text_and_diff_tell_it() -> None:
    plain, plan, larger = _plan(PROJECT), _plan(_quota(cores=99)), _plan(_quota(cores=100))
    (row,) = [line for line in to_text(plan).splitlines() if "county.cores" in line and "r1" in line]
    assert row.split() == ["county.cores", "r1", "8", "99"]
    ids = [f"quotas.county@{place}" for place in ("metro", "remote")]
    assert {change.id for change in compare(plain, plan)} == {f"added:{id_}" for id_ in ids}
    assert {change.id for change in compare(plan, larger)} == {f"settings:{id_}.limits" for id_ in ids}
    assert not narrow(plan, tenant="group").quotas
