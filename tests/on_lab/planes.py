"""Every object of a region that the control planes hold, by asking them, to be compared with a state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from openstack.connection import Connection

from tests.support.lab_env import Lab
from tools.stack.remains import LISTS

PLACES = (("private", "metro"), ("private", "remote"))
MORE = {
    "qos policy": ("network", lambda c: c.network.qos_policies()),
    "listener": ("load-balancer", lambda c: c.load_balancer.listeners()),
    "pool": ("load-balancer", lambda c: c.load_balancer.pools()),
    "monitor": ("load-balancer", lambda c: c.load_balancer.health_monitors()),
}
"""Beside what `make down` asks for."""
OWN_RECORDS = ("NS", "SOA")


def held(lab: Lab, prefix: str) -> dict[str, str]:
    """Id of each object whose name begins so, or that hangs under one of those, to what it is."""
    found: dict[str, str] = {}
    for cloud, place in PLACES:
        with lab.connect(cloud, place) as connection:
            for kind, thing in (*_named(connection, prefix), *_nameless(connection, prefix)):
                found[kept_id(str(thing["id"]))] = f"{place} {kind} {thing.get('name')}"
    return found


def kept_id(id_: str) -> str:
    """The object's own part of an id, of a reference, or of a resource's composed id."""
    return id_.rstrip("/").rsplit("/", 1)[-1]


def _named(c: Connection, prefix: str) -> Iterator[tuple[str, Any]]:
    for kind, (service, lister) in (LISTS | MORE).items():
        if c.has_service(service):
            for thing in _ours(lister(c), prefix):
                yield kind, {**thing.to_dict(), "id": _id(kind, thing)}
    for qos in c.block_storage.get("/qos-specs").json()["qos_specs"]:
        if qos["name"].startswith(prefix):
            yield "volume qos", qos


def _id(kind: str, thing: Any) -> str:
    references = {"secret": "secret_ref", "key container": "container_ref"}
    if kind in references:
        return str(thing[references[kind]])
    return str(thing.name if kind in ("key pair", "object container") else thing.id)


def _nameless(c: Connection, prefix: str) -> Iterator[tuple[str, Any]]:
    yield from _on_networks(c, prefix)
    for server in _ours(c.compute.servers(), prefix):
        for attached in c.compute.volume_attachments(server):
            yield f"attachment of {server.name}", {"id": attached.volume_id}
    for pool in _ours(c.load_balancer.pools(), prefix):
        for member in c.load_balancer.members(pool):
            yield f"member of {pool.name}", {"id": member.id}
    zones = c.dns.zones() if c.has_service("dns") else []
    for zone in _ours(zones, prefix.rstrip("-") + "."):
        yield "zone", {"id": zone.id, "name": zone.name}
        for record in c.dns.recordsets(zone):
            if record.type not in OWN_RECORDS:
                yield "record", {"id": record.id, "name": record.name}


def _on_networks(c: Connection, prefix: str) -> Iterator[tuple[str, Any]]:
    for group in _ours(c.network.security_groups(), prefix):
        for rule in c.network.security_group_rules(security_group_id=group.id):
            yield f"rule of {group.name}", {"id": rule.id}
    for router in _ours(c.network.routers(), prefix):
        for port in c.network.ports(device_id=router.id, device_owner="network:router_interface"):
            yield f"interface of {router.name}", {"id": port.id}
    for address in c.network.ips():
        if f"medcloud-region={prefix.rstrip('-')};" in f"{address.description};":
            yield "floating ip", {"id": address.id}


def _ours(things: Iterable[Any], prefix: str) -> Iterator[Any]:
    return (thing for thing in things if str(thing.name or "").startswith(prefix))
