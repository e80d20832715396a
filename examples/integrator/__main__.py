"""A network that is there already, and before it one medcloud component: a TLS 1.3 load balancer.

Provider, region and credentials are the program's own (clouds.yaml, OS_CLOUD); nothing else of medcloud is
needed: no region file, no plan.
"""

import pulumi
import pulumi_openstack as openstack

from medcloud.cloud import KeyStore, LoadBalancer

config = pulumi.Config()
labels = {"region": "panyu", "centre": "c1", "workload": "archive", "level": "3", "owner": "archive-team"}

network = openstack.networking.Network("archive", name="archive", tags=["archive"])
subnet = openstack.networking.Subnet("archive", network_id=network.id, cidr="10.90.1.0/24", ip_version=4)

keys = KeyStore(
    "archive-keys",
    {
        "certificate": config.require_secret("certificate"),
        "private_key": config.require_secret("certificateKey"),
        "labels": labels,
    },
)
balancer = LoadBalancer(
    "archive-lb",
    {
        "subnet_id": subnet.id,
        "address": "10.90.1.10",
        "port": 443,
        "member_port": 8443,
        "members": [{"name": "archive-0", "address": "10.90.1.20"}],
        "certificate_ref": keys.certificate_ref,
        "labels": labels,
    },
)
pulumi.export("address", balancer.address)
