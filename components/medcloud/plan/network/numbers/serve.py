"""Gives out the numbers of networks: centres first, then what lies in them."""

from __future__ import annotations

from ipaddress import ip_network

from medcloud.plan.lock.held import Held
from medcloud.plan.network.numbers.demand import Demand
from medcloud.plan.network.numbers.hosts import Hosts
from medcloud.plan.network.numbers.prefixes import CentrePrefixes
from medcloud.plan.network.numbers.subnets import Subnets
from medcloud.plan.network.numbers.vnis import serve_vnis


def serve(demand: Demand, held: Held) -> None:
    """Keeps what stands, adds what is new, retires what is gone.

    PlanRefused when a block is full or when what stands would have to move.
    """
    standing = {key: ip_network(text) for key, text in held.texts["prefixes"].items()}
    centres = CentrePrefixes(demand, standing)
    region = held.region("centres", 0, centres.slots())
    region.free(set(demand.centres), held.serial)
    centres.serve(region)
    held.texts["prefixes"] = {key: str(prefix) for key, prefix in centres.given.items()}
    serve_vnis(demand, held.region("vnis", demand.vni_first, demand.vni_last + 1), held.serial)
    subnets = Subnets(demand, centres.given, held.scopes("subnets"), held.serial)
    _free_hosts(demand, held)
    Hosts(demand, subnets, held.scopes("vips"), held.scopes("instances")).serve()


def _free_hosts(demand: Demand, held: Held) -> None:
    networks = set(demand.networks)
    for section, wanted in (("vips", demand.vips), ("instances", demand.instances)):
        keys, scopes = set(wanted), held.scopes(section)
        for scope in list(scopes):
            if scope in networks:
                scopes[scope].free(keys, held.serial)
            else:
                del scopes[scope]  # the network is gone, and its numbers with it
