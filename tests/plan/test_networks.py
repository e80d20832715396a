"""Networks of the plan: each tenant and security domain has its own, with its own number."""

from __future__ import annotations

from ipaddress import ip_network
from itertools import combinations

import pytest

from medcloud.plan.network import DomainPlan
from tests.plan import sample


def networks() -> list[DomainPlan]:
    return [network for centre in sample.plan().centres for network in centre.domains]


@pytest.mark.item("6.1.3-b")
def test_each_tenant_and_domain_has_a_network_of_its_own() -> None:
    found = {network.key: network for network in networks()}
    assert {key for key in found if key.startswith("c1/")} == {
        "c1/group/core", "c1/group/business", "c1/county/business",
    }  # fmt: skip
    for key, network in found.items():
        assert key == f"{network.centre}/{network.tenant}/{network.id}"
        assert network.exposed == (network.id == "dmz")
    for one, other in combinations(found.values(), 2):
        assert one.name != other.name
        for a in one.subnets:
            for b in other.subnets:
                assert a.version != b.version or not ip_network(a.cidr).overlaps(ip_network(b.cidr))


@pytest.mark.item("B.1-c")
def test_each_network_has_a_prefix_of_both_families() -> None:
    for network in networks():
        assert [subnet.version for subnet in network.subnets] == [4, 6], network.key
        assert [ip_network(subnet.cidr).version for subnet in network.subnets] == [4, 6]


@pytest.mark.item("6.1.3-d")
def test_each_network_has_a_vni_of_its_own_out_of_the_range() -> None:
    numbers = [network.vni for network in networks()]
    assert len(set(numbers)) == len(numbers)
    assert all(5000 <= vni <= 5999 for vni in numbers)
    assert all(network.segments for network in networks())
    plain = sample.plan(sample.edited(("segments: true", "segments: false")))
    assert not any(network.segments for centre in plain.centres for network in centre.domains)
