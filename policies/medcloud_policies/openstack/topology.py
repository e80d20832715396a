"""Workloads over centres, by the labels their resources carry."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from medcloud.standard import number
from medcloud_policies.core import facts
from medcloud_policies.core.resource import Resource, Stack
from medcloud_policies.openstack import tokens

_HOLDS_DATA = (
    tokens.COMPUTE_INSTANCE,
    tokens.BLOCKSTORAGE_VOLUME,
    tokens.OBJECTSTORAGE_CONTAINER,
    tokens.SHAREDFILESYSTEM_SHARE,
)


def is_core(r: Resource) -> bool:
    """Whether a server's workload must go on when a host breaks."""
    return facts.is_core_workload(r)


def is_archive(r: Resource) -> bool:
    """Whether a workload keeps what is no longer worked with."""
    return r.label("kind").casefold() == "archive"


def is_standby(r: Resource) -> bool:
    """Whether it stands in the recovery centre."""
    return r.label("location").casefold() == "recovery"


def needs_pair(r: Resource) -> bool:
    """Whether a core server needs a second one beside it: not an archive's, not the standby's."""
    return not is_archive(r) and not is_standby(r)


def core_servers(stack: Stack) -> dict[tuple[str, str], list[Resource]]:
    """Servers of core workloads by workload and centre."""
    found: dict[tuple[str, str], list[Resource]] = defaultdict(list)
    for server, deciding in stack.each(tokens.COMPUTE_INSTANCE):
        with deciding:
            if is_core(server) and server.label("workload"):
                found[server.label("workload"), server.label("centre")].append(server)
    return found


def core_workloads(stack: Stack, *, servers_only: bool = False) -> dict[str, list[Resource]]:
    """Resources of workloads with data of level 4 or 5, by workload."""
    found: dict[str, list[Resource]] = defaultdict(list)
    for resource, deciding in stack.each(*((tokens.COMPUTE_INSTANCE,) if servers_only else _HOLDS_DATA)):
        with deciding:
            if facts.is_core(resource.level) and resource.label("workload"):
                found[resource.label("workload")].append(resource)
    return found


def groups_of(stack: Stack, server: Resource) -> list[Resource]:
    """The server groups of this stack that a server's scheduler hints refer to."""
    targets = stack.targets(server, "schedulerHints")
    return [t for t in targets if t.type == tokens.COMPUTE_SERVER_GROUP]


@cache
def active_centres() -> int:
    """How many centres of the city run a core workload at once."""
    return int(number("7.3.2.4-a", "same_city_centres").to("centre"))
