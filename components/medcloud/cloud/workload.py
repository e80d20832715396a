"""A workload in one centre: its servers, their fixed addresses and data volumes, and its load balancer."""

from collections.abc import Sequence
from typing import TypedDict

import pulumi
import pulumi_openstack as openstack
from typing_extensions import NotRequired

from medcloud.cloud.addressing import holding
from medcloud.cloud.load_balancer import LoadBalancer, LoadBalancerArgs
from medcloud.standard import conventions
from medcloud.standard.decides import decides

_WAIT = pulumi.CustomTimeouts(create="15m", update="15m", delete="15m")


class VolumeArgs(TypedDict):
    """A data volume."""

    name: str
    """Name of the volume."""
    size_gib: int
    """Size, GiB; it grows in place and never shrinks."""
    volume_type: pulumi.Input[str]
    """Name of its volume type."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


class InstanceArgs(TypedDict):
    """A server."""

    name: str
    """Name of the server."""
    v4: str
    """Its v4 address; empty in a network that has none."""
    v6: str
    """Its v6 address; empty in a network that has none."""
    flavor_id: pulumi.Input[str]
    """Its size."""
    image_id: pulumi.Input[str]
    """What it boots."""
    volumes: NotRequired[list[VolumeArgs]]
    """Its data volumes."""
    boot: NotRequired[VolumeArgs | None]
    """The volume that is made of the image to boot from. Left out: the host's own disk."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


class WorkloadSubnetArgs(TypedDict):
    """A subnet of the workload's network."""

    cidr: str
    """CIDR notation, v4 or v6."""
    id: pulumi.Input[str]
    """Its id."""


class WorkloadArgs(TypedDict):
    """What a workload in one centre is made of."""

    network_id: pulumi.Input[str]
    """Network of its security domain."""
    subnets: list[WorkloadSubnetArgs]
    """The network's subnets; each address is taken from the one that it lies in."""
    security_group_ids: list[pulumi.Input[str]]
    """Security groups of every port."""
    zone: str
    """Availability zone of servers and volumes."""
    instances: list[InstanceArgs]
    """The servers."""
    kept: NotRequired[list[VolumeArgs]]
    """Data volumes without a server: what is left of a workload that was retired."""
    anti_affinity: NotRequired[bool]
    """Whether each server needs a host of its own; true when left out."""
    key_pair: NotRequired[pulumi.Input[str] | None]
    """Name of an SSH key pair that exists. Left out: none."""
    protect_data: NotRequired[bool]
    """Whether the engine refuses to delete or replace data volumes; false when left out."""
    balancer: NotRequired[LoadBalancerArgs | None]
    """The load balancer before the servers. Left out: none."""
    balancer_v6: NotRequired[LoadBalancerArgs | None]
    """The one with an IPv6 address. Left out: none."""
    described: NotRequired[str]
    """What people call it, as its data volumes' description. Left out: none."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


class Workload(pulumi.ComponentResource):
    """Servers on hosts of their own, with fixed addresses, typed data volumes and a load balancer."""

    instance_ids: pulumi.Output[dict[str, str]]
    """Server ids by server name."""
    floating_address: pulumi.Output[str] | None
    """The load balancer's floating address, where one was asked for."""

    @decides("6.3.2-c")
    def __init__(
        self,
        name: str,
        args: WorkloadArgs,
        opts: pulumi.ResourceOptions | None = None,
        after: Sequence[pulumi.Resource] = (),
        room: Sequence[pulumi.Resource] = (),
    ) -> None:
        """Its servers are made when all of `after` is up (6.3.2-c); these and its volumes after `room`."""
        super().__init__("medcloud:index:Workload", name, {}, opts)
        self._options = pulumi.ResourceOptions(parent=self)
        self._subnets = {subnet["cidr"]: subnet["id"] for subnet in args["subnets"]}
        hints = self._group(name) if args["instances"] and args.get("anti_affinity", True) else None
        servers: dict[str, pulumi.Output[str]] = {}
        self._room = [*room]
        before = [*after, *room]
        for instance in args["instances"]:
            server = self._server(instance, args, hints, before)
            servers[instance["name"]] = server.id
            if hints:
                # One after another: of two at once nova may put both on one host, notice, and give up both.
                before = [server]
        for volume in args.get("kept", []):
            self._volume(volume, args)
        self.instance_ids = pulumi.Output.all(**servers)
        self.balancer: LoadBalancer | None = None
        """The load balancer, where there is one."""
        self.floating_address = None
        if balancer := args.get("balancer"):
            self.balancer = LoadBalancer(f"{name}-lb", balancer, self._options)
            self.floating_address = self.balancer.floating_address
        if second := args.get("balancer_v6"):
            LoadBalancer(f"{name}-lb-v6", second, self._options)
        self.register_outputs({"instanceIds": servers, "floatingAddress": self.floating_address})

    def _group(self, name: str) -> list[openstack.compute.InstanceSchedulerHintArgs]:
        group = openstack.compute.ServerGroup(
            f"{name}-group", name=f"{name}-group", policies="anti-affinity", opts=self._options
        )
        return [openstack.compute.InstanceSchedulerHintArgs(group=group.id)]

    def _server(
        self,
        instance: InstanceArgs,
        args: WorkloadArgs,
        hints: list[openstack.compute.InstanceSchedulerHintArgs] | None,
        before: list[pulumi.Resource],
    ) -> openstack.compute.Instance:
        name, boot = instance["name"], instance.get("boot")
        server = openstack.compute.Instance(
            name,
            name=name,
            availability_zone=args["zone"],
            flavor_id=instance["flavor_id"],
            image_id=None if boot else instance["image_id"],
            block_devices=[_boot_device(boot, instance["image_id"])] if boot else None,
            key_pair=args.get("key_pair"),
            networks=[openstack.compute.InstanceNetworkArgs(port=self._port(instance, args).id)],
            scheduler_hints=hints,
            metadata=conventions.metadata(instance["labels"]),
            opts=pulumi.ResourceOptions(parent=self, custom_timeouts=_WAIT, depends_on=before),
        )
        for volume in instance.get("volumes", []):
            openstack.compute.VolumeAttach(
                f"{volume['name']}-attachment",
                instance_id=server.id,
                volume_id=self._volume(volume, args).id,
                opts=self._options,
            )
        return server

    def _port(self, instance: InstanceArgs, args: WorkloadArgs) -> openstack.networking.Port:
        name = f"{instance['name']}-port"
        return openstack.networking.Port(
            name,
            name=name,
            network_id=args["network_id"],
            admin_state_up=True,
            security_group_ids=args["security_group_ids"],
            fixed_ips=[
                openstack.networking.PortFixedIpArgs(
                    subnet_id=holding(self._subnets, address), ip_address=address
                )
                for address in (instance["v4"], instance["v6"])
                if address
            ],
            tags=conventions.tags(instance["labels"]),
            opts=self._options,
        )

    @decides("6.2.1-c")
    def _volume(self, volume: VolumeArgs, args: WorkloadArgs) -> openstack.blockstorage.Volume:
        """A data volume, which grows while its server runs (6.2.1-c)."""
        name = volume["name"]
        return openstack.blockstorage.Volume(
            name,
            name=name,
            description=args.get("described") or None,
            size=int(volume["size_gib"]),
            volume_type=volume["volume_type"],
            availability_zone=args["zone"],
            metadata=conventions.metadata(volume["labels"]),
            # A new type or size changes the volume in place; neither makes an empty one of it.
            volume_retype_policy="on-demand",
            enable_online_resize=True,
            opts=pulumi.ResourceOptions(
                parent=self, protect=args.get("protect_data", False), depends_on=self._room
            ),
        )


def _boot_device(
    volume: VolumeArgs, image_id: pulumi.Input[str]
) -> openstack.compute.InstanceBlockDeviceArgs:
    """A volume made of the image; it goes with its server, the data volumes stay."""
    return openstack.compute.InstanceBlockDeviceArgs(
        source_type="image",
        uuid=image_id,
        destination_type="volume",
        volume_type=volume["volume_type"],
        volume_size=int(volume["size_gib"]),
        boot_index=0,
        delete_on_termination=True,
    )
