"""Resources that the state holds although their creation ended in an error.

The object may be unusable, e.g. a server in ERROR: the next `up` would take it as it is. Or it is good and
only the answer was lost: the next `up` would update it, and types that cannot be updated fail for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from openstack.exceptions import SDKException

from medcloud.engine.state import Pending, State
from medcloud.recover.core.errors import RecoverFailed
from medcloud.recover.core.report import Outcome
from medcloud.recover.openstack import clouds, lookup
from medcloud.recover.openstack.lookup_rule import attribute
from medcloud.recover.openstack.types import TYPES


def mend(state: State, connect: clouds.Connect, *, act: bool) -> Iterator[Outcome]:
    """Remove unusable objects, or mark them where others lean on them; read the good ones again."""
    for resource in state.resources:
        if not resource.get("initErrors") or not resource.get("id"):
            continue
        pending = state.as_pending(str(resource["urn"]))
        try:
            yield _outcome(pending, resource, _mend_one(pending, resource, state, connect, act=act))
        except (RecoverFailed, SDKException) as failed:
            yield Outcome(pending.urn, pending.type, "unresolved", reason=str(failed))


def _mend_one(
    pending: Pending, resource: Mapping[str, Any], state: State, connect: clouds.Connect, *, act: bool
) -> str:
    row = TYPES.get(pending.type)
    if row is None or row.again:
        state.reread(pending.urn)
        return "refreshed"
    connection = connect(clouds.options(pending, state))
    unusable = [
        item
        for item in lookup.matches(connection, row, pending.inputs)
        if lookup.resource_id(row, pending.inputs, item) == resource["id"]
        and attribute(item, row.status) in row.failed
    ]
    if not unusable:
        state.reread(pending.urn)
        return "refreshed"
    if state.has_dependants(pending.urn):
        state.taint(pending.urn)
        return "tainted"
    if act:
        lookup.remove(connection, row, pending.inputs, unusable[0])
    state.drop(pending.urn)
    return "removed"


def _outcome(pending: Pending, resource: Mapping[str, Any], action: str) -> Outcome:
    return Outcome(pending.urn, pending.type, action, (str(resource["id"]),))
