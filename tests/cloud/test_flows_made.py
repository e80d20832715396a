"""What the plan's text tells of flows and links is registered, or the plan says that nobody here makes it."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from medcloud.model import parse
from medcloud.plan import Lock, allocate, derive
from medcloud.plan.region import RegionPlan
from tests.cloud.recorder import Deployment
from tests.cloud.ways import lost
from tests.model.sample import SAMPLE
from tests.support import campaign, promised
from tests.support.generate_region import good_region

INSURANCE = {
    "name": "医保",
    "prefixes": ["10.200.1.0/24"],
    "by": "vpn",
    "gateway": "203.0.113.9",
    "ports": {"query": 9443},
    "names": {"api.insurance.test": ["10.200.1.7"]},
}


def _made(data: dict[str, Any], folder: Path) -> tuple[RegionPlan, Deployment]:
    region = parse(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "region.yaml")
    plan = derive(region, allocate(region, Lock()))
    return plan, promised.deployed(plan, folder)


def _rich() -> dict[str, Any]:
    """The sample with a tenant's own project, a network that exists, a LAN and a partner by VPN."""
    data: dict[str, Any] = yaml.safe_load(SAMPLE)
    data["partners"] = {"insurance": INSURANCE}
    data["tenants"]["county"] |= {
        "project": {"existing": "county-cloud"},
        "lan": {"prefixes": ["172.20.0.0/16", "fd20::/48"], "by": "vpn", "gateway": "203.0.113.10"},
    }
    data["workloads"]["his"]["calls"] = ["insurance"]
    data["workloads"]["ai"]["callers"] = ["intranet", "insurance", "lis"]
    data["workloads"]["gateway"]["callers"] = ["his"]
    data["centres"]["e1"]["networks"] = {"business": {"existing": "theirs", "ipv4": "192.168.2.0/24"}}
    return data


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> tuple[RegionPlan, Deployment]:
    return _made(_rich(), tmp_path_factory.mktemp("rich"))


@pytest.mark.item("7.2.1-b", "7.2.2-c")
def test_projects_networks_partners_and_lans_are_reached(rich: tuple[RegionPlan, Deployment]) -> None:
    plan, made = rich
    assert lost(plan, made) == []
    names = {link.name for centre in plan.centres for link in centre.links}
    assert names == {each.name for each in made.of("SiteConnection")}
    assert {"panyu-c1-link-c1-county-cloud-v4", "panyu-c1-link-insurance-v4"} <= names
    assert {"panyu-c1-county-cloud-link-lan-county-v6"} <= names
    county = made.one("SiteConnection", "panyu-c1-county-cloud-link-lan-county-v4")
    assert (county.inputs["peerAddress"], "::panyu-county-cloud-" in county.provider) == (
        "203.0.113.10",
        True,
    )
    assert {(u.network, u.adopted, u.encrypted) for u in plan.unmade} == {
        ("e1/group/business", "theirs", True)
    }


@pytest.mark.item("7.2.1-b")
def test_both_ends_of_each_link_have_one_key_and_no_two_links_share_one(
    rich: tuple[RegionPlan, Deployment],
) -> None:
    plan, made = rich
    keys = {each.name: each.inputs["psk"] for each in made.of("SiteConnection")}
    by_ends: dict[object, set[str]] = {}
    for link in (link for centre in plan.centres for link in centre.links):
        by_ends.setdefault((frozenset(link.ends), link.version), set()).add(keys[link.name])
    assert all(len(found) == 1 for found in by_ends.values())
    assert len(set(keys.values())) == len(by_ends)


@pytest.mark.item("7.2.1-b")
def test_the_other_end_of_a_vpn_is_told_what_to_set(rich: tuple[RegionPlan, Deployment]) -> None:
    plan, made = rich
    secret = made.outputs_of("Region")["vpns"]
    sheets = secret["value"]
    assert len(secret) == 2, "the engine's mark of a secret, and the value"
    assert set(sheets) == {"insurance", "lan:county"}
    connection = made.one("SiteConnection", "panyu-c1-link-insurance-v4")
    sheet = next(each for each in sheets["insurance"] if each["key"] == connection.inputs["psk"])
    link = next(each for each in plan.centre("c1").links if each.name == connection.name)
    assert (sheet["ours"], sheet["theirs"]) == ([*link.local_cidrs], ["10.200.1.0/24"])


def test_a_partners_name_has_a_zone_of_its_own(rich: tuple[RegionPlan, Deployment]) -> None:
    _, made = rich
    (zone,) = [each for each in made.of("Zone") if each.inputs["name"] == "api.insurance.test."]
    assert zone.inputs["email"] == "hostmaster@panyu.example"
    (record,) = [each for each in made.of("RecordSet") if each.inputs["name"] == zone.inputs["name"]]
    assert (record.inputs["records"], record.inputs["type"]) == (["10.200.1.7"], "A")
    assert record.inputs["zoneId"] == f"{zone.name}-id"


def test_two_projects_of_a_centre_without_vpn_are_said_to_be_apart(tmp_path: Path) -> None:
    data = _rich()
    data["workloads"]["lis"]["callers"] = []
    data["workloads"]["gateway"] = {**data["workloads"]["gateway"], "tenant": "county", "callers": []}
    data["workloads"]["second"] = {**data["workloads"]["gateway"], "tenant": "group", "callers": ["gateway"]}
    data["centres"]["e1"] |= {"vpn": False, "networks": {}}
    plan, made = _made(data, tmp_path)
    assert {(u.why, u.network, u.other) for u in plan.unmade} == {
        ("no-vpn", "e1/county/business", "e1/group/business")
    }
    assert lost(plan, made) == []


@pytest.mark.item("7.2.2-c")
@pytest.mark.rounds
@pytest.mark.parametrize("number", range(3 * campaign.count(1)))
def test_every_flow_of_a_good_region_has_a_way_or_is_said_to_have_none(number: int, tmp_path: Path) -> None:
    seed = campaign.seed() + number
    plan, made = _made(good_region(random.Random(seed)), tmp_path)  # noqa: S311  # a seed that can be run again
    assert lost(plan, made) == [], f"seed {seed}"
    names = {link.name for centre in plan.centres for link in centre.links}
    assert names == {each.name for each in made.of("SiteConnection")}, f"seed {seed}"
