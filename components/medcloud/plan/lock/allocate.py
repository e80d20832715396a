"""From what a region needs and what was given out before to what is given out now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from types import MappingProxyType

from medcloud.plan.demand import Demand
from medcloud.plan.lock.entries import SECTIONS, Lock, read_tombstone, scope_of, tombstone
from medcloud.plan.lock.hosts import Hosts
from medcloud.plan.lock.numbers import Numbers
from medcloud.plan.lock.prefixes import CentrePrefixes
from medcloud.plan.lock.subnets import Subnets
from medcloud.plan.lock.vnis import serve_vnis
from medcloud.plan.network.scheme import Network

Scopes = dict[str, Numbers]


def allocate_numbers(demand: Demand, lock: Lock | None) -> Lock:
    """The lock of a region: keeps what stands, adds what is new, retires what is gone.

    PlanRefused when a block is full or when what stands would have to move.
    """
    lock = lock or Lock()
    serial = 1 + max(lock.retired.values(), default=0)
    held = {section: _scopes(section, lock) for section in SECTIONS}
    centres = CentrePrefixes(demand, lock.prefixes)
    region = _region(held["centres"], 0, centres.slots())
    region.free(set(demand.centres), serial)
    centres.serve(region)
    serve_vnis(demand, _region(held["vnis"], demand.vni_first, demand.vni_last + 1), serial)
    subnets = Subnets(demand, centres.given, held["subnets"], serial)
    _free_hosts(demand, held, serial)
    hosts = Hosts(demand, subnets, held["vips"], held["instances"])
    hosts.serve()
    return _lock(held, centres.given, demand)


def _scopes(section: str, lock: Lock) -> Scopes:
    """What the lock holds, by scope; limits come later."""
    scopes: Scopes = defaultdict(lambda: Numbers(0, 0))
    for key, number in lock.section(section).items():
        scopes[scope_of(section, key)].held[key] = number
    prefix = section + "/"
    for key, serial in lock.retired.items():
        if key.startswith(prefix):
            _, scope, number = read_tombstone(key)
            scopes[scope].resting[number] = serial
    return scopes


def _region(scopes: Scopes, first: int, limit: int) -> Numbers:
    numbers = scopes[""]
    numbers.first, numbers.limit = first, limit
    return numbers


def _free_hosts(demand: Demand, held: dict[str, Scopes], serial: int) -> None:
    networks = set(demand.networks)
    for section, wanted in (("vips", demand.vips), ("instances", demand.instances)):
        keys = set(wanted)
        for scope in list(held[section]):
            if scope in networks:
                held[section][scope].free(keys, serial)
            else:
                del held[section][scope]  # the network is gone, and its numbers with it


def _lock(held: dict[str, Scopes], prefixes: dict[str, Network], demand: Demand) -> Lock:
    retired = {
        tombstone(section, scope, number): serial
        for section, scopes in held.items()
        for scope, numbers in scopes.items()
        for number, serial in numbers.resting.items()
    }
    return Lock(
        prefixes=MappingProxyType({key: str(prefix) for key, prefix in prefixes.items()}),
        retired=MappingProxyType(retired),
        **{section: MappingProxyType(_merged(scopes.values())) for section, scopes in held.items()},
    )


def _merged(scopes: Iterable[Numbers]) -> dict[str, int]:
    return {key: number for numbers in scopes for key, number in numbers.held.items()}
