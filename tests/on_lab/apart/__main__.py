"""A network, and two servers of an anti-affinity group on C86 hosts of zone c1, of which the lab has two."""

import pulumi
import pulumi_openstack as osk

provider = osk.Provider("metro", cloud="private", region="metro")
opts = pulumi.ResourceOptions(provider=provider)
prefix = "flta-c1-his"

net = osk.networking.Network(f"{prefix}-net", name=f"{prefix}-net", opts=opts)
sub = osk.networking.Subnet(
    f"{prefix}-sub", name=f"{prefix}-sub", network_id=net.id, cidr="10.93.0.0/24", ip_version=4, opts=opts
)
guard = osk.networking.SecGroup(
    f"{prefix}-sg", name=f"{prefix}-sg", delete_default_rules=True, tags=["medcloud-level=4"], opts=opts
)
osk.networking.SecGroupRule(
    f"{prefix}-sg-https",
    direction="ingress",
    ethertype="IPv4",
    protocol="tcp",
    port_range_min=443,
    port_range_max=443,
    remote_ip_prefix="10.93.0.0/24",
    security_group_id=guard.id,
    opts=opts,
)
image = osk.images.Image(
    f"{prefix}-image",
    name=f"{prefix}-image",
    container_format="bare",
    disk_format="raw",
    local_file_path=pulumi.Config("apart").require("image"),
    opts=opts,
)
flavor = osk.compute.Flavor(
    f"{prefix}-flavor",
    name=f"{prefix}-flavor",
    ram=64,
    vcpus=1,
    disk=1,
    extra_specs={"trait:CUSTOM_ISA_C86": "required"},
    opts=opts,
)
group = osk.compute.ServerGroup(
    f"{prefix}-group", name=f"{prefix}-group", policies="anti-affinity", opts=opts
)
servers: list[pulumi.Resource] = []
for index in range(2):
    name = f"{prefix}-{index}"
    port = osk.networking.Port(
        f"{name}-port",
        name=f"{name}-port",
        network_id=net.id,
        fixed_ips=[{"subnet_id": sub.id}],
        security_group_ids=[guard.id],
        opts=opts,
    )
    server = osk.compute.Instance(
        name,
        name=name,
        availability_zone="c1",
        image_id=image.id,
        flavor_id=flavor.id,
        networks=[{"port": port.id}],
        scheduler_hints=[{"group": group.id}],
        metadata={"medcloud-workload": "his"},
        # one after the other: two at once may be sent to the same host, and nova gives up on one of them
        opts=pulumi.ResourceOptions(provider=provider, depends_on=servers),
    )
    servers.append(server)
    volume = osk.blockstorage.Volume(f"{name}-data", name=f"{name}-data", size=1, opts=opts)
    osk.compute.VolumeAttach(f"{name}-attached", instance_id=server.id, volume_id=volume.id, opts=opts)
