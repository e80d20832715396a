"""The lab's regions, zones and hypervisors, read from layout.yaml."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("layout.yaml")


@dataclass(frozen=True)
class Region:
    """One region: hosts by zone, instruction sets by host, prefixes of the external network."""

    name: str
    external: tuple[str, ...]
    zones: dict[str, tuple[str, ...]]
    isa: dict[str, str]

    @property
    def hosts(self) -> tuple[str, ...]:
        """All hypervisors, in the order of the file."""
        return tuple(host for hosts in self.zones.values() for host in hosts)


@dataclass(frozen=True)
class Layout:
    """The whole lab. `facts`: what each hypervisor reports, by name; the first region is the main one."""

    regions: tuple[Region, ...]
    facts: dict[str, dict[str, Any]]

    @property
    def main(self) -> Region:
        """The region that keystone's own entry and the services without regions belong to."""
        return self.regions[0]

    def region(self, name: str) -> Region:
        """The region of that name; KeyError if there is none."""
        return {r.name: r for r in self.regions}[name]

    def region_of(self, host: str) -> Region:
        """The region of a hypervisor; KeyError if there is none of that name."""
        for region in self.regions:
            if host in region.isa:
                return region
        raise KeyError(host)


@cache
def load() -> Layout:
    """Read layout.yaml."""
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    regions = tuple(_region(name, spec) for name, spec in data["regions"].items())
    facts = {
        host: {**data["host"], **data["isas"][isa], "isa": isa}
        for region in regions
        for host, isa in region.isa.items()
    }
    return Layout(regions, facts)


def _region(name: str, spec: dict[str, Any]) -> Region:
    zones = {zone: tuple(hosts) for zone, hosts in spec["zones"].items()}
    isa = {host: isa for hosts in spec["zones"].values() for host, isa in hosts.items()}
    return Region(name, tuple(spec["external"]), zones, isa)
