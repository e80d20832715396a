"""Hand-made plans: an active centre, a recovery centre in another region, a centre on another cloud."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import cast

from medcloud.model.kinds import KindId
from medcloud.model.topology import Role
from medcloud.plan.compute import FlavorPlan, ImagePlan, InstancePlan, PlacementPlan, PoolPlan, WorkloadPlan
from medcloud.plan.hosts import IdentityPlan
from medcloud.plan.network import (
    BalancerPlan,
    DomainPlan,
    FirewallRule,
    Flow,
    LinkPlan,
    RecordPlan,
    RulePlan,
    SubnetPlan,
)
from medcloud.plan.protection import Protection
from medcloud.plan.region import CentrePlan, Location, RegionPlan
from medcloud.plan.storage import ContainerPlan, TierPlan, VolumePlan

NUMBERS = {"c1": 1, "r1": 3, "p1": 4}
LOCATIONS = {
    "c1": Location(cloud="private", region="metro", zone="c1", admin="private"),
    "r1": Location(cloud="private", region="remote", zone="r1", admin="private"),
    "p1": Location(cloud="public", region="metro", zone="p1", admin="private"),
}
ROLES: dict[str, Role] = {"c1": "active", "r1": "recovery", "p1": "public"}


def labels(**more: str) -> MappingProxyType[str, str]:
    return MappingProxyType({"region": "panyu", "owner": "panyu-health", **more})


def subnets(centre: str) -> tuple[SubnetPlan, ...]:
    number = NUMBERS[centre]
    return (
        SubnetPlan(cidr=f"10.{64 + number}.0.0/24", gateway=f"10.{64 + number}.0.1", version=4),
        SubnetPlan(cidr=f"fd14:2025:{number}::/64", gateway=f"fd14:2025:{number}::1", version=6),
    )


def domain(centre: str) -> DomainPlan:
    return DomainPlan(
        key=f"{centre}/group/core",
        id="core",
        centre=centre,
        tenant="group",
        name=f"panyu-{centre}-group-core",
        vni=5000 + NUMBERS[centre],
        segments=True,
        subnets=subnets(centre),
        exposed=False,
        existing=None,
        labels=labels(centre=centre, tenant="group", domain="core", level="5"),
    )


def pool(centre: str) -> PoolPlan:
    return PoolPlan(
        id="core",
        centre=centre,
        name=f"panyu-{centre}-core",
        isa="c86",
        os="kylin-v10",
        hosts=2,
        cores=64,
        memory_gib=1024,
        flavors=(
            FlavorPlan(
                name=f"panyu-{centre}-core-2c4g",
                vcpus=2,
                ram_mib=4096,
                disk_gib=1,
                extra_specs=MappingProxyType({"hw:cpu_policy": "dedicated", "hw:numa_nodes": "1"}),
                existing=None,
            ),
        ),
        image=ImagePlan(
            name=f"panyu-{centre}-core-kylin-v10",
            os="kylin-v10",
            isa="c86",
            file="images/cloud.img",
            existing=None,
            properties=MappingProxyType({"os_distro": "kylin", "hw_architecture": "x86_64"}),
        ),
        labels=labels(centre=centre),
    )


def tier(centre: str) -> TierPlan:
    return TierPlan(
        id="database-encrypted",
        centre=centre,
        volume_type=f"panyu-{centre}-database-encrypted",
        encrypted=True,
        cipher="aes-xts-plain64",
        key_bits=256,
        iops=50000,
        extra_specs=MappingProxyType({}),
        existing=None,
        labels=labels(centre=centre),
    )


def link(local: str, peer: str) -> LinkPlan:
    return LinkPlan(
        key=f"{local}-{peer}",
        name=f"panyu-{local}-link-{peer}-v4",
        local=local,
        peer=peer,
        version=4,
        local_cidrs=(f"10.{64 + NUMBERS[local]}.0.0/16",),
        peer_cidrs=(f"10.{64 + NUMBERS[peer]}.0.0/16",),
        ike_encryption="aes-256",
        ike_integrity="sha256",
        esp_encryption="aes-256",
        esp_integrity="sha256",
        group="group14",
        lifetime_seconds=3600,
        labels=labels(centre=local),
    )


def centre(id_: str, links: tuple[LinkPlan, ...] = ()) -> CentrePlan:
    return CentrePlan(
        id=id_,
        index=NUMBERS[id_],
        role=ROLES[id_],
        name=f"panyu-{id_}",
        site=id_,
        city="guangzhou",
        location=LOCATIONS[id_],
        external="external",
        v4=f"10.{64 + NUMBERS[id_]}.0.0/16",
        v6=f"fd14:2025:{NUMBERS[id_]}::/48",
        domains=(domain(id_),),
        pools=(pool(id_),),
        tiers=(tier(id_),),
        firewall=MappingProxyType({f"{id_}/group/core": firewall()}),
        links=links,
        projects=MappingProxyType({}),
        labels=labels(centre=id_),
    )


def firewall() -> tuple[FirewallRule, ...]:
    return (
        FirewallRule(
            key="portal-his",
            action="allow",
            version=4,
            protocol="tcp",
            source="10.68.0.0/24",
            destination="10.65.0.0/24",
            port="8443",
            direction="ingress",
        ),
        FirewallRule(
            key="rest-in",
            action="deny",
            version=4,
            protocol="any",
            source=None,
            destination=None,
            port=None,
            direction="ingress",
        ),
        FirewallRule(
            key="rest-out",
            action="deny",
            version=4,
            protocol="any",
            source=None,
            destination=None,
            port=None,
            direction="egress",
        ),
    )


def instance(workload: str, centre: str, index: int, host: int) -> InstancePlan:
    number = NUMBERS[centre]
    own = labels(centre=centre, workload=workload, level="4", kind=workload, tenant="group", domain="core")
    name = f"panyu-{centre}-{workload}-{index}"
    volume = VolumePlan(
        name=f"{name}-data",
        size_gib=1,
        tier="database-encrypted",
        volume_type=f"panyu-{centre}-database-encrypted",
        encrypted=True,
        labels=own,
    )
    return InstancePlan(
        name=name,
        index=index,
        v4=f"10.{64 + number}.0.{host + index}",
        v6=f"fd14:2025:{number}::{host + index:x}",
        flavor=f"panyu-{centre}-core-2c4g",
        image=f"panyu-{centre}-core-kylin-v10",
        volumes=(volume,),
        boot=None,
        labels=own,
    )


def placement(workload: str, centre: str, host: int, instances: int = 2) -> PlacementPlan:
    name = f"panyu-{centre}-{workload}"
    own = labels(centre=centre, workload=workload, level="4", kind=workload, tenant="group", domain="core")
    balancer = BalancerPlan(
        name=f"{name}-lb",
        v4=f"10.{64 + NUMBERS[centre]}.0.{host - 40}",
        port=8443,
        member_port=8443,
        tls_versions=("TLSv1.3",),
        algorithm="LEAST_CONNECTIONS",
        monitor_path="/healthz",
        certificate=None,
        floating=ROLES[centre] == "public",
    )
    rule = RulePlan(
        key="portal-4",
        direction="ingress",
        version=4,
        protocol="tcp",
        port_min=8443,
        port_max=8443,
        remote="10.68.0.0/24",
        reason=f"portal calls {workload}",
    )
    container = ContainerPlan(
        name=f"{name}-archive",
        centre=centre,
        workload=workload,
        versioning=True,
        retention_days=10950,
        worm=True,
        replicate_to="r1" if centre != "r1" else None,
        labels=own,
    )
    return PlacementPlan(
        centre=centre,
        domain=f"{centre}/group/core",
        name=name,
        pool="core",
        instances=tuple(instance(workload, centre, n, host) for n in range(instances)),
        anti_affinity=True,
        rules=(rule,),
        balancer=balancer,
        containers=(container,),
        key_pair=None,
        labels=own,
    )


def workload(id_: KindId, host: int, centres: tuple[str, ...]) -> WorkloadPlan:
    return WorkloadPlan(
        id=id_,
        kind=id_,
        tenant="group",
        level=4,
        exposure="internal",
        protection=Protection(
            level=4,
            rpo_seconds=60,
            rto_seconds=300,
            cipher="aes-xts-plain64",
            encrypted=True,
            access="role",
        ),
        placements=tuple(placement(id_, c, host) for c in centres),
    )


def region() -> RegionPlan:
    """Two workloads in two centres of one cloud's two regions, one of them in a public centre too."""
    return RegionPlan(
        id="panyu",
        name="番禺区域医疗云",
        owner="panyu-health",
        domain="panyu.example.",
        zone_existing=None,
        centres=(
            centre("c1", (link("c1", "r1"),)),
            centre("r1", (link("r1", "c1"),)),
            centre("p1"),
        ),
        workloads=(workload("his", 48, ("c1", "r1")), workload("portal", 60, ("p1",))),
        flows=(Flow(source="portal", target="his", protocol="tcp", port=8443),),
        records=(
            RecordPlan(name="his.panyu.example.", type="A", values=("10.65.0.8",), ttl=300, workload="his"),
            RecordPlan(
                name="portal.panyu.example.", type="A", values=("10.68.0.20",), ttl=300, workload="portal"
            ),
        ),
        labels=labels(),
        identity=IdentityPlan(True, 90, 5, 30, 120, 1),
        titles={},
        named_in=("c1",),
    )


def named(plan: RegionPlan, id_: str, vni: int) -> RegionPlan:
    """The same plan under another id and from another VNI on, so that two can be up in one lab."""

    def change(value: object) -> object:
        if isinstance(value, str):
            return value.replace("panyu", id_)
        return replace(value, vni=value.vni - 5000 + vni) if isinstance(value, DomainPlan) else value

    return cast(RegionPlan, _mapped(plan, change))


def owned(plan: RegionPlan, owner: str) -> RegionPlan:
    """The same plan, handed over to another owner."""
    return cast(RegionPlan, _mapped(plan, lambda value: owner if value == plan.owner else value))


def _mapped(value: object, change: Callable[[object], object]) -> object:
    """A plan with every value in it changed, from the outside in."""
    value = change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(each, change) for each in value)
    if isinstance(value, Mapping):
        return MappingProxyType({k: _mapped(each, change) for k, each in value.items()})
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _mapped(getattr(value, f.name), change) for f in fields(value)})
    return value


def thin() -> RegionPlan:
    """One centre, two workloads, nothing outside the core services."""
    whole = region()
    plain = replace(centre("c1"), firewall=MappingProxyType({}))
    workloads = tuple(
        replace(w, placements=tuple(replace(p, balancer=None, containers=()) for p in w.placements))
        for w in (workload("his", 48, ("c1",)), workload("emr", 60, ("c1",)))
    )
    return replace(whole, centres=(plain,), workloads=workloads, records=())
