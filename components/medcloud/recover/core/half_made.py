"""Resources that the state holds although their creation ended in an error.

The object may be unusable, e.g. a server in ERROR: the next `up` would take it as it is. Or it is good and
only the answer was lost: the next `up` would update it, and types that cannot be updated fail for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from medcloud.engine.state import Pending, State
from medcloud.recover.core.errors import RecoverFailed
from medcloud.recover.core.providers import Provider, lookup
from medcloud.recover.core.report import Outcome


def mend(state: State, providers: Sequence[Provider], *, act: bool) -> Iterator[Outcome]:
    """Remove unusable objects, or mark them where others lean on them; read the good ones again."""
    for resource in state.resources:
        if not resource.get("initErrors") or not resource.get("id"):
            continue
        pending = state.as_pending(str(resource["urn"]))
        try:
            yield _outcome(pending, resource, _mend_one(pending, resource, state, providers, act=act))
        except RecoverFailed as failed:
            yield Outcome(pending.urn, pending.type, "unresolved", reason=failed.text)


def _mend_one(
    pending: Pending, resource: Mapping[str, Any], state: State, providers: Sequence[Provider], *, act: bool
) -> str:
    way = lookup(providers, pending, state)
    if way is None or way.again:
        state.reread(pending.urn)
        return "refreshed"
    found = way.objects()
    unusable = [item for item in found if way.id_of(item) == resource["id"] and way.is_unusable(item)]
    if not unusable:
        state.reread(pending.urn)
        return "refreshed"
    if state.has_dependants(pending.urn):
        state.taint(pending.urn)
        return "tainted"
    if act:
        way.remove(unusable[0])
    state.drop(pending.urn)
    return "removed"


def _outcome(pending: Pending, resource: Mapping[str, Any], action: str) -> Outcome:
    return Outcome(pending.urn, pending.type, action, (str(resource["id"]),))
