"""Resources that the state holds but whose object never became usable, e.g. a server in ERROR.

The engine notes that their creation ended in an error; the next `up` would take them as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from openstack.exceptions import SDKException

from medcloud.recover import clouds, lookup
from medcloud.recover.errors import RecoverFailed
from medcloud.recover.report import Outcome
from medcloud.recover.row import attribute
from medcloud.recover.state import Pending, State
from medcloud.recover.types import TYPES


def mend(state: State, connect: clouds.Connect, *, act: bool) -> Iterator[Outcome]:
    """Remove the broken object, so that the next `up` makes a good one; where others lean on it, mark it."""
    for resource in state.resources:
        row = TYPES.get(str(resource["type"]))
        if row is None or not resource.get("initErrors") or not resource.get("id"):
            continue
        pending = state.shown(str(resource["urn"]))
        try:
            connection = connect(clouds.options(pending, state))
            found = [
                item
                for item in lookup.matches(connection, row, pending.inputs)
                if lookup.resource_id(row, pending.inputs, item) == resource["id"]
            ]
            if not found or attribute(found[0], row.status) not in row.failed:
                continue
            if state.leaned_on(pending.urn):
                state.taint(pending.urn)
                yield _outcome(pending, resource, "tainted")
                continue
            if act:
                lookup.remove(connection, row, pending.inputs, found[0])
        except (RecoverFailed, SDKException) as failed:
            yield Outcome(pending.urn, pending.type, "unresolved", reason=str(failed))
            continue
        state.drop(pending.urn)
        yield _outcome(pending, resource, "removed")


def _outcome(pending: Pending, resource: Mapping[str, Any], action: str) -> Outcome:
    return Outcome(pending.urn, pending.type, action, (str(resource["id"]),))
