"""The layout of the lab."""

from collections import Counter

from labs.openstack import layout


def test_each_centre_has_a_pair_of_hosts_of_each_isa_that_it_has() -> None:
    for region in layout.load().regions:
        for zone, hosts in region.zones.items():
            count = Counter(region.isa[host] for host in hosts)
            assert all(n >= 2 for n in count.values()), zone


def test_two_regions_and_their_zones() -> None:
    plan = layout.load()
    assert [region.name for region in plan.regions] == ["metro", "remote"]
    assert list(plan.main.zones) == ["c1", "c2", "p1", "e1"]
    assert list(plan.region("remote").zones) == ["r1"]
    assert plan.region_of("r1-h3").name == "remote"


def test_host_names_are_unique_and_their_facts_divide_evenly() -> None:
    plan = layout.load()
    hosts = [host for region in plan.regions for host in region.hosts]
    assert len(set(hosts)) == len(hosts) == len(plan.facts)
    for host, facts in plan.facts.items():
        nodes, threads = facts["numa_nodes"], facts["threads"]
        assert facts["cpus"] % (nodes * threads) == 0, host
        assert facts["dedicated"] % (nodes * threads) == 0, host
        assert facts["dedicated"] < facts["cpus"], host
        assert facts["memory_gib"] % (2 * nodes) == 0, host
        assert sum(trait.startswith("CUSTOM_ISA_") for trait in facts["traits"]) == 1, host


def test_prefixes_of_external_networks_differ() -> None:
    prefixes = [p for region in layout.load().regions for p in region.external]
    assert len(set(prefixes)) == len(prefixes) == 4
