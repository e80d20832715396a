"""A region by the path of its file, for programs that are not in Python."""

from typing import Any, TypedDict

import pulumi

from medcloud import cloud
from medcloud.cloud.load_plan import load_plan


class RegionArgs(TypedDict):
    """What a region is made of."""

    file: str
    """Path of the region file; a relative one starts at the program's folder."""


class Region(cloud.Region):
    """A whole region: centres, links between them, and names, from one region file."""

    # Again, for the schema: it reads docstrings from this class alone.
    addresses: pulumi.Output[dict[str, Any]]
    """Addresses of servers by workload and centre."""
    endpoints: pulumi.Output[dict[str, Any]]
    """Where each workload is reached, by workload and centre."""
    hosts: pulumi.Output[list[Any]]
    """Facts of each server for the host inventory."""
    vpns: pulumi.Output[dict[str, Any]]
    """What the other end of each VPN to a partner or a hospital has to be set to."""

    def __init__(self, name: str, args: RegionArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        plan, folder = load_plan(args["file"])
        super().__init__(plan, folder, opts=opts, name=name)
