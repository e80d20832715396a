"""From the plan's shapes to the components' arguments, field by field."""

from collections.abc import Iterable, Mapping

import pulumi

from medcloud.cloud.addressing import holding
from medcloud.cloud.compute_pool import ComputePoolArgs, FlavorArgs, ImageArgs
from medcloud.cloud.firewall import FirewallArgs, FirewallRuleArgs
from medcloud.cloud.load_balancer import ListenerArgs, LoadBalancerArgs
from medcloud.cloud.object_store import ContainerArgs, ObjectStoreArgs
from medcloud.cloud.security_domain import SecurityDomainArgs, SubnetArgs
from medcloud.cloud.security_group import GroupArgs, RuleArgs
from medcloud.cloud.settings import Settings
from medcloud.cloud.site_link import SiteLinkArgs
from medcloud.cloud.storage_tier import StorageTierArgs
from medcloud.cloud.tenant_quota import TenantQuotaArgs
from medcloud.cloud.workload import InstanceArgs, VolumeArgs
from medcloud.plan.compute import ImagePlan, InstancePlan, PlacementPlan, PoolPlan
from medcloud.plan.network import BalancerPlan, DomainPlan, FirewallRule, LinkPlan, ListenerPlan, SubnetPlan
from medcloud.plan.quota import QuotaPlan
from medcloud.plan.region import Location
from medcloud.plan.storage import ContainerPlan, TierPlan, VolumePlan


def group_name(placement: PlacementPlan) -> str:
    """Name of the security group of a workload in one centre."""
    return f"{placement.name}-sg"


def group(placement: PlacementPlan) -> GroupArgs:
    """The security group of a workload in one centre."""
    rules: list[RuleArgs] = [
        {
            "key": rule.key,
            "direction": rule.direction,
            "version": rule.version,
            "protocol": rule.protocol,
            "port_min": rule.port_min,
            "port_max": rule.port_max,
            "remote": rule.remote,
            "reason": rule.reason,
            "data": rule.data,
        }
        for rule in placement.rules
    ]
    return {
        "name": group_name(placement),
        "rules": rules,
        "rule_labels": {**placement.labels, **placement.rule_labels},
        "described": placement.described,
        "labels": dict(placement.labels),
    }


def domain(
    plan: DomainPlan, groups: Iterable[GroupArgs], router_id: pulumi.Input[str] | None, *, admin: bool
) -> SecurityDomainArgs:
    """A security domain; without a router only where its network exists already.

    Its VNI is set on the network by an administrator, and left to the fabric by others.
    """
    args: SecurityDomainArgs = {
        "subnets": [_subnet(subnet) for subnet in plan.subnets],
        "groups": list(groups),
        "described": plan.described,
        "labels": dict(plan.labels),
    }
    if plan.segments and admin:
        args["vni"] = plan.vni
    if plan.existing:
        args["existing"] = plan.existing
    if router_id is not None:
        args["router_id"] = router_id
    return args


def _subnet(plan: SubnetPlan) -> SubnetArgs:
    args: SubnetArgs = {"cidr": plan.cidr, "gateway": plan.gateway, "version": plan.version}
    if plan.pool:
        args["pool_first"], args["pool_last"] = plan.pool
    return args


def firewall(
    domain: DomainPlan, rules: Iterable[FirewallRule], ports: Iterable[pulumi.Output[str]]
) -> FirewallArgs:
    """The firewall of a security domain."""
    port_ids: list[pulumi.Input[str]] = [*ports]
    judged: list[FirewallRuleArgs] = [
        {
            "key": rule.key,
            "action": rule.action,
            "version": rule.version,
            "protocol": rule.protocol,
            "source": rule.source,
            "destination": rule.destination,
            "port": rule.port,
            "direction": rule.direction,
        }
        for rule in rules
    ]
    return {
        "rules": judged,
        "port_ids": port_ids,
        "labels": dict(domain.labels),
    }


def pool(plan: PoolPlan, files: Mapping[str, str], members: dict[str, pulumi.Input[str]]) -> ComputePoolArgs:
    """A compute pool; `files` are its images' paths as the engine sees them, `members` use them too."""
    flavors: list[FlavorArgs] = [
        {
            "name": flavor.name,
            "vcpus": flavor.vcpus,
            "ram_mib": flavor.ram_mib,
            "disk_gib": flavor.disk_gib,
            "extra_specs": dict(flavor.extra_specs),
            "existing": flavor.existing,
        }
        for flavor in plan.flavors
    ]
    image, *more = (_image(each, files, members) for each in plan.images)
    args: ComputePoolArgs = {"flavors": flavors, "image": image, "labels": dict(plan.labels)}
    if more:
        args["more_images"] = more
    return args


def _image(plan: ImagePlan, files: Mapping[str, str], members: dict[str, pulumi.Input[str]]) -> ImageArgs:
    return {
        "name": plan.name,
        "file": files[plan.file] if plan.file else None,
        "existing": plan.existing,
        "members": members,
        "properties": dict(plan.properties),
    }


def quota(plan: QuotaPlan, project_id: pulumi.Input[str]) -> TenantQuotaArgs:
    """The quota of a tenant's project."""
    limits = plan.limits
    return {
        "project_id": project_id,
        "cores": limits.get("cores"),
        "memory_gib": limits.get("memory_gib"),
        "instances": limits.get("instances"),
        "volumes": limits.get("volumes"),
        "volumes_gib": limits.get("volumes_gib"),
    }


def tier(plan: TierPlan, location: Location) -> StorageTierArgs:
    """A storage tier."""
    return {
        "volume_type": plan.volume_type,
        "extra_specs": {**plan.extra_specs, **_protection(plan)},
        "iops": plan.iops,
        "cipher": plan.cipher if plan.encrypted else None,
        "key_bits": plan.key_bits,
        "cloud": location.admin,
        "region": location.region,
        "existing": plan.existing,
        "labels": dict(plan.labels),
    }


def _protection(plan: TierPlan) -> dict[str, str]:
    """What the type tells people and audits; with a scope of its own, by which cinder schedules nothing."""
    said = {"medcloud:erasure-code": plan.erasure, "medcloud:sm4": plan.sm4}
    return {key: value for key, value in said.items() if value}


def instance(
    plan: InstancePlan,
    flavor_id: pulumi.Input[str],
    image_id: pulumi.Input[str],
    types: Mapping[str, pulumi.Output[str]],
) -> InstanceArgs:
    """A server; `types` are the centre's volume types by name."""
    return {
        "name": plan.name,
        "v4": plan.v4,
        "v6": plan.v6,
        "flavor_id": flavor_id,
        "image_id": image_id,
        "volumes": [data_volume(volume, types) for volume in plan.volumes],
        "boot": data_volume(plan.boot, types) if plan.boot else None,
        "labels": dict(plan.labels),
    }


def data_volume(plan: VolumePlan, types: Mapping[str, pulumi.Output[str]]) -> VolumeArgs:
    """A data volume; `types` are the centre's volume types by name."""
    return {
        "name": plan.name,
        "size_gib": plan.size_gib,
        "volume_type": types[plan.volume_type],
        "labels": dict(plan.labels),
    }


def balancers(
    plan: BalancerPlan,
    placement: PlacementPlan,
    subnets: Mapping[str, pulumi.Output[str]],
    certificate_ref: pulumi.Input[str] | None,
    external: str | None,
) -> dict[int, LoadBalancerArgs]:
    """Load balancers before a placement's instances by address family; `subnets` are its domain's, by CIDR.

    One a family: the provider gives a balancer no second address.
    """
    return {
        6 if vip == plan.v6 else 4: _balancer(
            plan, placement, holding(subnets, vip), vip, certificate_ref, external
        )
        for vip in plan.vips
    }


def _balancer(  # noqa: PLR0917  # what the one above was given, and which of its addresses
    plan: BalancerPlan,
    placement: PlacementPlan,
    subnet_id: pulumi.Input[str],
    vip: str,
    certificate_ref: pulumi.Input[str] | None,
    external: str | None,
) -> LoadBalancerArgs:
    six = vip == plan.v6
    args: LoadBalancerArgs = {
        "subnet_id": subnet_id,
        "address": vip,
        "port": plan.port,
        "member_port": plan.member_port,
        "members": [{"name": i.name, "address": i.v6 if six else i.v4} for i in placement.instances],
        "tls_versions": list(plan.tls_versions),
        "algorithm": plan.algorithm,
        "monitor_path": plan.monitor_path,
        "allowed_cidrs": _allowed(vip, plan.allowed_cidrs),
        "protocol": plan.protocol,
        "floating_pool": external if plan.floating and not six else None,
        "described": placement.described,
        "labels": dict(placement.labels),
    }
    if certificate_ref is not None:
        args["certificate_ref"] = certificate_ref
    if plan.more:
        args["more"] = [_listener(vip, listener) for listener in plan.more]
    return args


def _listener(vip: str, plan: ListenerPlan) -> ListenerArgs:
    return {
        "name": plan.name,
        "protocol": plan.protocol,
        "port": plan.port,
        "member_port": plan.member_port,
        "monitor_path": plan.monitor_path,
        "allowed_cidrs": _allowed(vip, plan.allowed_cidrs),
    }


def _allowed(vip: str, cidrs: tuple[str, ...]) -> list[str]:
    """Those of the address's family: octavia takes no others.

    It reads an empty list as everybody, where the plan means nobody, and gives lists back sorted.
    """
    six = ":" in vip
    return sorted(cidr for cidr in cidrs if (":" in cidr) == six) or [f"{vip}/{128 if six else 32}"]


def object_store(containers: Iterable[ContainerPlan], settings: Settings) -> ObjectStoreArgs:
    """The containers of a placement, each copied where the stack says that copies are taken."""
    return {
        "containers": [_container(container, settings) for container in containers],
        "sync_key": settings.sync_key,
        "purge": settings.purge,
    }


def _container(plan: ContainerPlan, settings: Settings) -> ContainerArgs:
    cluster = settings.replication.get(plan.replicate_to or "")
    return {
        "name": plan.name,
        "versioning": plan.versioning,
        "retention_days": plan.retention_days,
        "worm": plan.worm,
        "replicate_to": plan.replicate_to,
        "sync_to": f"{cluster}/{plan.name}" if cluster else None,
        "labels": dict(plan.labels),
    }


def link(
    plan: LinkPlan,
    service_id: pulumi.Input[str],
    subnet_ids: list[pulumi.Input[str]],
    peer_address: pulumi.Input[str],
    psk: pulumi.Input[str],
) -> SiteLinkArgs:
    """One side of a connection between centres."""
    return {
        "service_id": service_id,
        "local_subnet_ids": subnet_ids,
        "peer_address": peer_address,
        "peer_cidrs": list(plan.peer_cidrs),
        "psk": psk,
        "ike_encryption": plan.ike_encryption,
        "ike_integrity": plan.ike_integrity,
        "esp_encryption": plan.esp_encryption,
        "esp_integrity": plan.esp_integrity,
        "group": plan.group,
        "lifetime_seconds": plan.lifetime_seconds,
        "labels": dict(plan.labels),
    }
