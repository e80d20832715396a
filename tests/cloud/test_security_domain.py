import pytest

from medcloud.cloud import SecurityDomain
from medcloud.standard import conventions
from tests.cloud.parts import LABELS, domain
from tests.cloud.recorder import Deployment, deploy


@pytest.fixture(scope="module")
def made() -> Deployment:
    return deploy(lambda: SecurityDomain("panyu-c1-core", domain()))


@pytest.mark.item("6.1.3-b")
def test_makes_a_network_with_both_families_and_its_router(made: Deployment) -> None:
    kinds = sorted(m.type.rsplit(":", 1)[-1] for m in made.made)
    assert kinds == [
        "Network",
        "Router",
        "RouterInterface",
        "RouterInterface",
        "SecGroup",
        "SecGroupRule",
        "SecGroupRule",
        "SecurityDomain",
        "Subnet",
        "Subnet",
    ]
    assert {m.inputs["cidr"] for m in made.of("Subnet")} == {"10.64.1.0/24", "fd14:2025:1::/64"}


def test_the_vni_is_the_network_s_segment(made: Deployment) -> None:
    assert made.one("Network").inputs["segments"] == [{"networkType": "vxlan", "segmentationId": 5001}]


def test_the_cloud_picks_a_segment_when_no_vni_is_given() -> None:
    args = domain()
    del args["vni"]
    assert "segments" not in deploy(lambda: SecurityDomain("d", args)).one("Network").inputs


@pytest.mark.item("6.1.3-b")
def test_a_group_starts_with_nothing_permitted(made: Deployment) -> None:
    assert made.one("SecGroup").inputs["deleteDefaultRules"] is True


def test_rules_are_exactly_those_named(made: Deployment) -> None:
    seen = {
        (r.inputs["direction"], r.inputs["ethertype"], r.inputs["portRangeMin"], r.inputs["remoteIpPrefix"])
        for r in made.of("SecGroupRule")
    }
    assert seen == {
        ("ingress", "IPv4", 8443, "10.64.9.0/28"),
        ("ingress", "IPv6", 8443, "fd14:2025:9::/64"),
    }


def test_icmp_has_no_ports() -> None:
    args = domain()
    args["groups"][0]["rules"][0]["protocol"] = "icmp"
    rule = deploy(lambda: SecurityDomain("d", args)).one("SecGroupRule", "panyu-c1-his-portal-4")
    assert "portRangeMin" not in rule.inputs


def test_every_part_carries_the_labels(made: Deployment) -> None:
    for part in made.made:
        if part.type.endswith((":SecurityDomain", ":RouterInterface")):
            continue
        found = conventions.read(part.inputs)
        assert found["level"] == "4" and found["owner"] == LABELS["owner"], part


def test_outputs_are_registered(made: Deployment) -> None:
    outputs = made.outputs_of("SecurityDomain")
    assert outputs["groupIds"] == {"panyu-c1-his": "panyu-c1-his-id"}
    assert len(outputs["routerPortIds"]) == 2


def test_attaches_to_a_router_it_is_given() -> None:
    made = deploy(lambda: SecurityDomain("d", {**domain(), "router_id": "shared"}))
    assert not made.of("Router")
    assert {i.inputs["routerId"] for i in made.of("RouterInterface")} == {"shared"}


def test_an_existing_network_is_looked_up_and_left_alone() -> None:
    made = deploy(lambda: SecurityDomain("d", {**domain(), "existing": "hospital-core"}))
    assert not made.of("Network") and not made.of("Subnet") and not made.of("RouterInterface")
    tokens = [token for token, _ in made.asked]
    assert tokens.count("openstack:networking/getNetwork:getNetwork") == 1
    assert made.outputs_of("SecurityDomain")["networkId"] == "existing-hospital-core"


def test_a_network_grows_by_a_further_prefix_without_a_new_name_for_the_first() -> None:
    args = domain()
    args["subnets"].append({"cidr": "10.64.2.0/24", "gateway": "10.64.2.1", "version": 4})
    names = {m.name: m.inputs["cidr"] for m in deploy(lambda: SecurityDomain("d", args)).of("Subnet")}
    assert names == {"d-v4": "10.64.1.0/24", "d-v6": "fd14:2025:1::/64", "d-v4-1": "10.64.2.0/24"}


def test_the_cloud_gives_out_only_its_own_part() -> None:
    args = domain()
    args["subnets"][0].update({"pool_first": "10.64.1.128", "pool_last": "10.64.1.254"})
    subnet = deploy(lambda: SecurityDomain("d", args)).one("Subnet", "d-v4")
    assert subnet.inputs["allocationPools"] == [{"start": "10.64.1.128", "end": "10.64.1.254"}]
