"""Hand-made arguments of single components."""

from medcloud.cloud.compute_pool import ComputePoolArgs
from medcloud.cloud.load_balancer import LoadBalancerArgs
from medcloud.cloud.security_domain import SecurityDomainArgs
from medcloud.cloud.security_group import RuleArgs
from medcloud.cloud.storage_tier import StorageTierArgs
from medcloud.cloud.workload import InstanceArgs, WorkloadArgs

LABELS = {
    "region": "panyu",
    "centre": "c1",
    "tenant": "group",
    "domain": "core",
    "workload": "his",
    "level": "4",
    "owner": "panyu-health",
}


def rule(key: str = "portal-4", remote: str = "10.64.9.0/28", version: int = 4) -> RuleArgs:
    return {
        "key": key,
        "direction": "ingress",
        "version": version,
        "protocol": "tcp",
        "port_min": 8443,
        "port_max": 8443,
        "remote": remote,
        "reason": "portal calls his",
    }


def domain() -> SecurityDomainArgs:
    return {
        "subnets": [
            {"cidr": "10.64.1.0/24", "gateway": "10.64.1.1", "version": 4},
            {"cidr": "fd14:2025:1::/64", "gateway": "fd14:2025:1::1", "version": 6},
        ],
        "groups": [
            {
                "name": "panyu-c1-his",
                "rules": [rule(), rule("portal-6", "fd14:2025:9::/64", 6)],
                "labels": LABELS,
            }
        ],
        "vni": 5001,
        "labels": LABELS,
    }


def pool() -> ComputePoolArgs:
    return {
        "flavors": [
            {
                "name": "panyu-c1-core-8x32",
                "vcpus": 8,
                "ram_mib": 32768,
                "disk_gib": 40,
                "extra_specs": {"hw:cpu_policy": "dedicated", "hw:numa_nodes": "2"},
            }
        ],
        "image": {"name": "panyu-c1-kylin", "file": "images/cloud.img", "properties": {"os_distro": "kylin"}},
        "labels": LABELS,
    }


def tier() -> StorageTierArgs:
    return {
        "volume_type": "panyu-c1-database-encrypted",
        "extra_specs": {"RESKEY:availability_zones": "c1"},
        "iops": 50000,
        "cipher": "aes-xts-plain64",
        "key_bits": 256,
        "cloud": "private",
        "region": "metro",
        "labels": LABELS,
    }


def instance(name: str, last: int) -> InstanceArgs:
    return {
        "name": name,
        "v4": f"10.64.1.{last}",
        "v6": f"fd14:2025:1::{last:x}",
        "flavor_id": "flavor",
        "image_id": "image",
        "volumes": [
            {"name": f"{name}-data", "size_gib": 200, "volume_type": "database-encrypted", "labels": LABELS}
        ],
        "labels": LABELS,
    }


def balancer() -> LoadBalancerArgs:
    return {
        "subnet_id": "subnet4",
        "address": "10.64.1.10",
        "port": 8443,
        "member_port": 8443,
        "members": [{"name": "panyu-c1-his-0", "address": "10.64.1.20"}],
        "certificate_ref": "https://keys.invalid/containers/tls",
        "labels": LABELS,
    }


def workload(name: str = "panyu-c1-his") -> WorkloadArgs:
    return {
        "network_id": "network",
        "subnets": [
            {"cidr": "10.64.1.0/24", "id": "subnet4"},
            {"cidr": "fd14:2025:1::/64", "id": "subnet6"},
        ],
        "security_group_ids": ["group"],
        "zone": "c1",
        "instances": [instance(f"{name}-0", 20), instance(f"{name}-1", 21)],
        "anti_affinity": True,
        "key_pair": "ops",
        "balancer": balancer(),
        "labels": LABELS,
    }
