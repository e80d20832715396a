"""One security group: everything is dropped but what its rules name (7.2.1, least access)."""

from typing import TypedDict

import pulumi
import pulumi_openstack as openstack
from typing_extensions import NotRequired

from medcloud.cloud.labels import brief
from medcloud.standard import conventions

_ETHERTYPES = {4: "IPv4", 6: "IPv6"}
_WITH_PORTS = ("tcp", "udp", "sctp")


class RuleArgs(TypedDict):
    """One permitted kind of traffic."""

    key: str
    """Stable key, unique in its group; it names the resource."""
    direction: str
    """`ingress` or `egress`."""
    version: int
    """4 or 6."""
    protocol: str
    """`tcp`, `udp`, `icmp` …"""
    port_min: int
    """First port; read for protocols that have ports."""
    port_max: int
    """Last port."""
    remote: str
    """CIDR of the other side."""
    reason: str
    """Who asked for it, e.g. `his calls emr`."""
    data: NotRequired[str | None]
    """`masked` or `pseudonymised`: what was done to all data that it lets through. Left out: nothing."""


class GroupArgs(TypedDict):
    """The security group of one workload."""

    name: str
    """Name of the group."""
    rules: list[RuleArgs]
    """All that is let through."""
    rule_labels: NotRequired[dict[str, str]]
    """Labels of the rules, where they are to stay as they were. Left out: those of the group."""
    described: NotRequired[str]
    """What people call it, in its description after the labels. Left out: nothing."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


def security_group(args: GroupArgs, parent: pulumi.Resource) -> openstack.networking.SecGroup:
    """The group and its rules; neutron's own rules (all egress) are taken out."""
    options = pulumi.ResourceOptions(parent=parent)
    name, labels = args["name"], args["labels"]
    group = openstack.networking.SecGroup(
        name,
        name=name,
        description=brief(labels, args.get("described", "")),
        delete_default_rules=True,
        tags=conventions.tags(labels),
        opts=options,
    )
    # neutron holds no second rule that differs only in its description, and a new description replaces a rule
    first_gone = pulumi.ResourceOptions(parent=parent, delete_before_replace=True)
    said = args.get("rule_labels") or labels
    for rule in args["rules"]:
        ports = rule["protocol"] in _WITH_PORTS
        openstack.networking.SecGroupRule(
            f"{name}-{rule['key']}",
            security_group_id=group.id,
            direction=rule["direction"],
            ethertype=_ETHERTYPES[int(rule["version"])],
            protocol=rule["protocol"],
            port_range_min=int(rule["port_min"]) if ports else None,
            port_range_max=int(rule["port_max"]) if ports else None,
            remote_ip_prefix=rule["remote"],
            description=brief({**said, "data": data} if (data := rule.get("data")) else said, rule["reason"]),
            opts=first_gone,
        )
    return group
