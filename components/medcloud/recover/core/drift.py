"""Drift that a refresh does not repair by itself.

A refresh sees what the provider reads of the resources that the state holds. Two things escape it: fields
which the provider reads under another name (`allMetadata`, `allTags`), so that no difference to the program
shows; and rules which somebody put into a security group of ours by hand, which are nobody's resources.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from openstack.connection import Connection
from openstack.exceptions import SDKException

from medcloud.engine import urns
from medcloud.engine.stack import Stack
from medcloud.engine.state import State
from medcloud.recover.core.errors import RecoverFailed
from medcloud.recover.openstack import clouds, lookup
from medcloud.recover.openstack.lookup_rule import LookupRule, Object
from medcloud.recover.openstack.types import token

GROUP, RULE = token("networking/secGroup"), token("networking/secGroupRule")
READ_AS = {"metadata": "allMetadata", "tags": "allTags"}
"""Input to the output under which the provider reads it back."""
RULES = LookupRule("network", "/security-group-rules", "security_group_rules", {"security_group_id": "id"})
SHOWN = ("direction", "ethertype", "protocol", "port_range_min", "port_range_max", "remote_ip_prefix")


@dataclass(frozen=True)
class Drift:
    """One difference between what was asked for and what is there."""

    urn: str
    what: str
    """Field or rule."""
    wanted: str
    found: str

    def __str__(self) -> str:
        return f"{urns.split(self.urn).name} {self.what}: {self.wanted} → {self.found}"


def drift(stack: Stack, connect: clouds.Connect = clouds.connect, *, repair: bool = False) -> list[Drift]:
    """Refresh the stack, then find what a refresh leaves unrepaired.

    With `repair` foreign rules are deleted, and the state is made to show what is really there, so that the
    next `pulumi up` sets it back. EngineFailed or RecoverFailed when the engine or a control plane refuses.
    """
    stack.refresh()
    state = State(stack.export(), stack.export(show_secrets=True))
    found = list(_blind(state, mark=repair))
    if repair and found:
        stack.replace(state.document)
    try:
        return [*found, *_foreign(state, clouds.connect_once(connect), repair=repair)]
    except SDKException as failed:
        raise RecoverFailed(str(failed)) from failed


def _blind(state: State, *, mark: bool) -> Iterator[Drift]:
    for resource in state.resources:
        outputs = resource.get("outputs") or {}
        for name, read_as in READ_AS.items():
            if read_as not in outputs:
                continue
            wanted, have = _plain(resource.get("inputs") or {}, name), outputs[read_as]
            if _same(wanted, have):
                continue
            yield Drift(str(resource["urn"]), name, _brief(wanted, have), _brief(have, wanted))
            if mark:
                outputs[name] = have


def _plain(inputs: Mapping[str, Any], name: str) -> Any:
    value = inputs.get(name)
    return (
        {k: v for k, v in value.items() if k != "__defaults"} if isinstance(value, Mapping) else value or []
    )


def _same(wanted: Any, have: Any) -> bool:
    if isinstance(have, list):
        return sorted(wanted) == sorted(have)
    return bool(dict(wanted or {}) == have)


def _brief(one: Any, other: Any) -> str:
    if isinstance(one, Mapping):
        before = other if isinstance(other, Mapping) else {}
        return ", ".join(f"{k}={v}" for k, v in one.items() if before.get(k) != v) or "-"
    return ", ".join(str(item) for item in one if item not in other) or "-"


def _foreign(state: State, connect: clouds.Connect, *, repair: bool) -> Iterator[Drift]:
    claimed = state.ids_of(RULE)
    for resource in state.resources:
        if resource["type"] != GROUP or not resource.get("id"):
            continue
        group = state.as_pending(str(resource["urn"]))
        connection = connect(clouds.options(group, state))
        for rule in lookup.matches(connection, RULES, {"id": resource["id"]}):
            if rule["id"] in claimed or (_default(rule) and not group.inputs.get("deleteDefaultRules")):
                continue
            if repair:
                _delete(connection, resource, rule)
            said = " ".join(f"{key}={rule[key]}" for key in SHOWN if rule.get(key) is not None)
            yield Drift(group.urn, f"rule {rule['id']}", "-", said)


def _default(rule: Object) -> bool:
    """Neutron's own: everything may leave."""
    return rule["direction"] == "egress" and not any(rule.get(key) for key in SHOWN[2:])


def _delete(connection: Connection, group: Mapping[str, Any], rule: Object) -> None:
    lookup.remove(connection, RULES, {"id": group["id"]}, rule)
