"""What the lab needs to know of an OpenStack project: its configuration, its databases, its processes."""

from collections.abc import Callable
from dataclasses import dataclass, field

from labs.openstack.lab import Lab
from labs.openstack.layout import Region


@dataclass(frozen=True)
class Service:
    """One process to run.

    Exactly one of these says what: `command` (a program), `script` ("module:function" of the services'
    environment), `wsgi` (a module with an `application`). Services that name the same `fork` (modules,
    separated by commas) are forked from one process that has imported those, which saves time and memory;
    modules that read their configuration while they are imported will not do.
    """

    name: str
    command: tuple[str, ...] = ()
    script: str = ""
    wsgi: str = ""
    args: tuple[str, ...] = ()
    port: int = 0
    env: dict[str, str] = field(default_factory=dict)
    fork: str = ""


def _nothing(_lab: Lab, _region: Region) -> list[list[str]]:
    return []


def _no_sql(_lab: Lab, _region: Region) -> str:
    return ""


@dataclass(frozen=True)
class Project:
    """One OpenStack project.

    Attributes:
        name: its name, which is also its user in keystone and its entry in the catalogue.
        types: its service types in the catalogue; the first is the usual one.
        path: what follows the port in its endpoints.
        roles: roles that its policies name and keystone does not have by itself.
        databases: names of its databases, without the region.
        regional: whether each region has one of its own; else the main region's serves all.
        configure: writes its configuration files.
        prepare: commands that make its schema or its rings, in order.
        adapt: SQL that makes a copy of the main region's databases this region's own.
        services: its processes.
    """

    name: str
    types: tuple[str, ...]
    configure: Callable[[Lab, Region], None]
    services: Callable[[Lab, Region], list[Service]]
    prepare: Callable[[Lab, Region], list[list[str]]] = _nothing
    adapt: Callable[[Lab, Region], str] = _no_sql
    path: str = ""
    roles: tuple[str, ...] = ()
    databases: tuple[str, ...] = ()
    regional: bool = True

    def regions(self, lab: Lab) -> tuple[Region, ...]:
        """The regions that have this project."""
        return lab.layout.regions if self.regional else (lab.layout.main,)
