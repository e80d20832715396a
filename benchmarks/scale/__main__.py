"""SCALE networks and security group rules, half and half, in plain pulumi_openstack."""

from __future__ import annotations

import os

import pulumi
import pulumi_openstack as openstack

cloud = openstack.Provider(
    "cloud",
    auth_url=os.environ["SCALE_CLOUD"],
    user_name="u",
    password="p",  # noqa: S106  # the stand-in takes any
    tenant_name="t",
    region="r",
)
options = pulumi.ResourceOptions(provider=cloud)
group = openstack.networking.SecGroup("group", name="group", opts=options)
for number in range(int(os.environ["SCALE"]) // 2):
    openstack.networking.Network(
        f"network-{number}", name=f"network-{number}", tags=["region=bench", "level=2"], opts=options
    )
    openstack.networking.SecGroupRule(
        f"rule-{number}",
        direction="ingress",
        ethertype="IPv4",
        protocol="tcp",
        port_range_min=1 + number,
        port_range_max=1 + number,
        remote_ip_prefix="10.0.0.0/8",
        security_group_id=group.id,
        opts=options,
    )
