import pytest

from medcloud.cloud import Firewall, arguments
from medcloud.cloud.firewall import FirewallArgs
from medcloud.standard import conventions
from tests.cloud.parts import LABELS
from tests.cloud.plans import domain, firewall
from tests.cloud.recorder import Deployment, deploy


def args() -> FirewallArgs:
    return {
        **arguments.firewall(domain("c1"), firewall(), []),
        "port_ids": ["port4", "port6"],
        "labels": LABELS,
    }


@pytest.fixture(scope="module")
def made() -> Deployment:
    return deploy(lambda: Firewall("panyu-c1-core-fw", args()))


@pytest.mark.item("6.5-b")
def test_rules_keep_their_order_and_denial_is_last(made: Deployment) -> None:
    policy = made.one("PolicyV2", "panyu-c1-core-fw-ingress")
    assert policy.inputs["rules"] == [
        "panyu-c1-core-fw-portal-his-id",
        "panyu-c1-core-fw-rest-in-id",
    ]
    assert made.one("RuleV2", "panyu-c1-core-fw-rest-in").inputs["action"] == "deny"


@pytest.mark.item("6.5-b")
def test_the_group_guards_the_router_ports_both_ways(made: Deployment) -> None:
    group = made.one("GroupV2").inputs
    assert group["ports"] == ["port4", "port6"]
    assert group["ingressFirewallPolicyId"] == "panyu-c1-core-fw-ingress-id"
    assert group["egressFirewallPolicyId"] == "panyu-c1-core-fw-egress-id"


@pytest.mark.item("6.5-b")
def test_a_rule_says_from_where_to_where(made: Deployment) -> None:
    rule = made.one("RuleV2", "panyu-c1-core-fw-portal-his").inputs
    assert (rule["sourceIpAddress"], rule["destinationIpAddress"], rule["destinationPort"]) == (
        "10.68.0.0/24",
        "10.65.0.0/24",
        "8443",
    )


def test_every_part_carries_the_labels(made: Deployment) -> None:
    for part in made.made:
        if part.type.startswith("openstack:"):
            assert conventions.read(part.inputs)["level"] == "4", part
