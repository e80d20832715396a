"""On how many of a host's NUMA nodes an instance with whole processors is (7.3.1.2-a)."""

from __future__ import annotations

from collections.abc import Iterable

from medcloud.model.hosts import Hosts

_MIB = 1024


def numa_nodes(hosts: Iterable[Hosts], vcpus: int, memory_gib: int) -> int:
    """As few nodes as hold it on most of these hosts; 1 where none holds it."""
    every = [*hosts]
    most = max((each.numa_nodes for each in every), default=1)

    def held(nodes: int) -> int:
        return sum(each.count for each in every if holds(each, nodes, vcpus, memory_gib))

    return max(range(1, most + 1), key=held)  # the first of equals


def holds(host: Hosts, nodes: int, vcpus: int, memory_gib: int) -> bool:
    """Whether a host has so many nodes with an even part of the instance's processors and memory on each."""
    cores, memory = host.cores // host.numa_nodes, host.memory_gib // host.numa_nodes
    even = vcpus % nodes == 0 and memory_gib * _MIB % nodes == 0
    return even and nodes <= host.numa_nodes and vcpus <= nodes * cores and memory_gib <= nodes * memory
