"""Rules that somebody put into a security group of ours by hand."""

from __future__ import annotations

from collections.abc import Iterator

from openstack.connection import Connection

from medcloud.engine.state import State
from medcloud.recover.core.providers import Object
from medcloud.recover.core.report import Drift
from medcloud.recover.openstack import clouds, lookup
from medcloud.recover.openstack.lookup_rule import LookupRule
from medcloud.recover.openstack.types import token

GROUP, RULE = token("networking/secGroup"), token("networking/secGroupRule")
RULES = LookupRule("network", "/security-group-rules", "security_group_rules", {"security_group_id": "id"})
SHOWN = ("direction", "ethertype", "protocol", "port_range_min", "port_range_max", "remote_ip_prefix")


def foreign_rules(state: State, connect: clouds.Connect, *, remove: bool) -> Iterator[Drift]:
    """Those that the state does not hold and neutron did not make itself; with `remove` they are deleted."""
    claimed = state.ids_of(RULE)
    for resource in state.resources:
        if resource["type"] != GROUP or not resource.get("id"):
            continue
        group = state.as_pending(str(resource["urn"]))
        connection: Connection = connect(clouds.options(group, state))
        inside = {"id": resource["id"]}
        for rule in lookup.matches(connection, RULES, inside):
            if rule["id"] in claimed or (_is_default(rule) and not group.inputs.get("deleteDefaultRules")):
                continue
            if remove:
                lookup.remove(connection, RULES, inside, rule)
            text = " ".join(f"{key}={rule[key]}" for key in SHOWN if rule.get(key) is not None)
            yield Drift(group.urn, f"rule {rule['id']}", "-", text)


def _is_default(rule: Object) -> bool:
    """Neutron's own: everything may leave."""
    return rule["direction"] == "egress" and not any(rule.get(key) for key in SHOWN[2:])
