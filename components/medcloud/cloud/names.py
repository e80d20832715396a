"""The region's DNS zone and its record sets, v4 and v6."""

from typing import TypedDict

import pulumi
import pulumi_openstack as openstack
from typing_extensions import NotRequired

from medcloud.cloud.existing import Existing
from medcloud.cloud.labels import record

_ZONE_TTL = 3600  # seconds


class RecordArgs(TypedDict):
    """A record set."""

    name: str
    """Fully qualified, with the final dot."""
    type: str
    """`A`, `AAAA`, `CNAME` …"""
    values: list[pulumi.Input[str]]
    """What it resolves to."""
    ttl: int
    """Seconds it may be kept."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


class NamesArgs(TypedDict):
    """What a zone is made of."""

    domain: str
    """Name of the zone, with the final dot."""
    records: list[RecordArgs]
    """Its record sets."""
    existing: NotRequired[bool]
    """Whether the zone exists already; it is not changed, its record sets are made."""
    place: NotRequired[str]
    """Added to the names of its record sets in the state, where several clouds keep the same ones."""
    contact: NotRequired[str]
    """Domain of whom to write to about the zone. Left out: its own."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


class Names(pulumi.ComponentResource):
    """A primary zone and its record sets."""

    zone_id: pulumi.Output[str]
    """Id of the zone."""

    def __init__(self, name: str, args: NamesArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("medcloud:index:Names", name, {}, opts)
        options = pulumi.ResourceOptions(parent=self)
        domain = args["domain"]
        if args.get("existing"):
            self.zone_id = Existing(self).zone(domain)
        else:
            self.zone_id = openstack.dns.Zone(
                f"{name}-zone",
                name=domain,
                email=f"hostmaster@{(args.get('contact') or domain).rstrip('.')}",
                type="PRIMARY",
                ttl=_ZONE_TTL,
                description=record(args["labels"]),
                opts=options,
            ).id
        place = f"-{args['place']}" if "place" in args else ""
        for entry in args["records"]:
            openstack.dns.RecordSet(
                f"{entry['name'].rstrip('.')}-{entry['type']}{place}",
                zone_id=self.zone_id,
                name=entry["name"],
                type=entry["type"],
                records=entry["values"],
                ttl=int(entry["ttl"]),
                description=record(entry["labels"]),
                opts=options,
            )
        self.register_outputs({"zoneId": self.zone_id})
