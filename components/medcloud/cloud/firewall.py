"""The perimeter firewall of one security domain: ordered rules, the last of which denies (6.5-b)."""

from typing import TypedDict

import pulumi
import pulumi_openstack as openstack
from typing_extensions import NotRequired

from medcloud.cloud.labels import brief
from medcloud.standard.decides import decides

_DIRECTIONS = ("ingress", "egress")


class FirewallRuleArgs(TypedDict):
    """One rule; the first that matches decides."""

    key: str
    """Stable key, unique in its firewall; it names the resource."""
    action: str
    """`allow` or `deny`."""
    version: int
    """4 or 6."""
    protocol: str
    """`tcp`, `udp`, `icmp` or `any`."""
    source: NotRequired[str | None]
    """CIDR. Left out: any."""
    destination: NotRequired[str | None]
    """CIDR. Left out: any."""
    port: NotRequired[str | None]
    """A port or `low:high`. Left out: any."""
    direction: str
    """`ingress` or `egress` as seen from the domain."""


class FirewallArgs(TypedDict):
    """What a firewall is made of."""

    rules: list[FirewallRuleArgs]
    """In the order in which they are judged."""
    port_ids: pulumi.Input[list[str]] | list[pulumi.Input[str]]
    """Router ports of the domain's network."""
    labels: dict[str, str]
    """Labels of docs/conventions.md, without the prefix."""


@decides("6.5-b")
class Firewall(pulumi.ComponentResource):
    """An ingress and an egress policy on the router ports of a security domain."""

    group_id: pulumi.Output[str]
    """Id of the firewall group."""

    def __init__(self, name: str, args: FirewallArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("medcloud:index:Firewall", name, {}, opts)
        self._options = pulumi.ResourceOptions(parent=self)
        policies = {d: self._policy(name, d, args) for d in _DIRECTIONS}
        self.group_id = openstack.firewall.GroupV2(
            name,
            name=name,
            description=brief(args["labels"]),
            ingress_firewall_policy_id=policies["ingress"],
            egress_firewall_policy_id=policies["egress"],
            ports=args["port_ids"],
            admin_state_up=True,
            opts=self._options,
        ).id
        self.register_outputs({"groupId": self.group_id})

    def _policy(self, name: str, direction: str, args: FirewallArgs) -> pulumi.Output[str]:
        rules = [
            self._rule(f"{name}-{rule['key']}", rule, args["labels"])
            for rule in args["rules"]
            if rule["direction"] == direction
        ]
        return openstack.firewall.PolicyV2(
            f"{name}-{direction}",
            name=f"{name}-{direction}",
            description=brief(args["labels"], direction),
            rules=rules,
            opts=self._options,
        ).id

    def _rule(self, name: str, rule: FirewallRuleArgs, labels: dict[str, str]) -> pulumi.Output[str]:
        return openstack.firewall.RuleV2(
            name,
            name=name,
            description=brief(labels),
            action=rule["action"],
            protocol=rule["protocol"],
            ip_version=int(rule["version"]),
            source_ip_address=rule.get("source"),
            destination_ip_address=rule.get("destination"),
            destination_port=rule.get("port"),
            enabled=True,
            opts=self._options,
        ).id
