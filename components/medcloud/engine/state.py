"""The exported state: what is pending, what is held already, and how an object is taken into it."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SECRET = "4dabf18193072939515e22adb298388d"  # noqa: S105  # the engine's public mark of a wrapped value
LOCAL = ("pulumi:pulumi:", "pulumi:providers:")
"""Types that live in the state alone."""


@dataclass(frozen=True)
class Pending:
    """An operation that the engine began and never ended."""

    urn: str
    type: str
    """Type token of the resource."""
    kind: str
    """``creating``, ``updating``, ``deleting``, ``reading`` or ``importing``."""
    inputs: Mapping[str, Any]
    """Plain values: secrets are unwrapped, so they are for looking up only."""
    provider: str
    """``urn::id`` of the provider resource; empty for a component."""
    local: bool
    """Whether no control plane is concerned."""


def plain(value: Any) -> Any:
    """The value without the engine's secret wrappers and defaults marks."""
    if isinstance(value, Mapping):
        if SECRET in value:
            return plain(_unwrapped(value))
        return {k: plain(v) for k, v in value.items() if k != "__defaults"}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return value


def _unwrapped(value: Mapping[str, Any]) -> Any:
    return json.loads(value["plaintext"]) if "plaintext" in value else value.get("value")


class State:
    """A deployment as `pulumi stack export` gives it, edited in place; secrets stay encrypted."""

    def __init__(self, exported: dict[str, Any], shown: Mapping[str, Any]) -> None:
        """`shown` is the same export with secrets shown; it is read, never written."""
        self.document = exported
        self._shown: Mapping[str, Any] = shown.get("deployment") or {}
        self._deployment: dict[str, Any] = exported.get("deployment") or {}

    @property
    def pending(self) -> list[Pending]:
        """Every pending operation, in the order of the state."""
        return [_pending(op) for op in self._shown.get("pending_operations") or []]

    @property
    def resources(self) -> list[Mapping[str, Any]]:
        """The resources that the state holds."""
        return list(self._deployment.get("resources") or [])

    def holds(self, urn: str) -> bool:
        """Whether the state holds a resource of that URN which is not about to be deleted."""
        return any(r["urn"] == urn and not r.get("delete") for r in self.resources)

    def ids_of(self, token: str) -> set[str]:
        """The ids that the state holds of one type."""
        return {str(r["id"]) for r in self.resources if r["type"] == token and r.get("id")}

    def provider_inputs(self, reference: str) -> Mapping[str, Any]:
        """What the provider of a resource was given, from its ``urn::id`` reference."""
        urn = reference.rsplit("::", 1)[0]
        for resource in self._shown.get("resources") or []:
            if resource["urn"] == urn:
                return dict(plain(resource.get("inputs") or {}))
        return {}

    def as_pending(self, urn: str) -> Pending:
        """A held resource in the shape of an operation, its inputs plain."""
        return next(
            _pending({"resource": r, "type": "updating"})
            for r in self._shown.get("resources") or []
            if r["urn"] == urn
        )

    def has_dependants(self, urn: str) -> bool:
        """Whether another resource depends on it or is its child."""
        others = (r for r in self.resources if r["urn"] != urn)
        return any(
            urn in (r.get("parent"), r.get("deletedWith"), *(r.get("dependencies") or ())) for r in others
        )

    def drop(self, urn: str) -> None:
        """Hold it no longer; only for what nothing leans on."""
        self._deployment["resources"] = [r for r in self._deployment["resources"] if r["urn"] != urn]

    def taint(self, urn: str) -> None:
        """Have the next `up` replace it."""
        for resource in self._deployment["resources"]:
            if resource["urn"] == urn:
                resource["taint"] = True

    def reread(self, urn: str) -> None:
        """Have the engine read it from its control plane before the next update."""
        for resource in self._deployment["resources"]:
            if resource["urn"] == urn:
                resource["refreshBeforeUpdate"] = True

    def settle(self, urn: str) -> None:
        """Forget what is pending on a URN."""
        operations = self._deployment.get("pending_operations") or []
        self._deployment["pending_operations"] = [o for o in operations if o["resource"]["urn"] != urn]

    def adopt(self, urn: str, id_: str) -> None:
        """Hold the pending resource under its id, as a creation would have left it before its last read.

        Its outputs are its inputs until a refresh fills them in; should the recovery be cut off before that,
        the engine does so itself before its next update.
        """
        operations = self._deployment["pending_operations"]
        resource = copy.deepcopy(next(o["resource"] for o in operations if o["resource"]["urn"] == urn))
        resource["id"] = id_
        resource["outputs"] = {**_without_defaults(resource.get("inputs") or {}), "id": id_}
        self.settle(urn)
        self._deployment["resources"].append(resource)
        self.reread(urn)


def _without_defaults(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {k: _without_defaults(v) for k, v in value.items() if k != "__defaults"}
    if isinstance(value, list):
        return [_without_defaults(v) for v in value]
    return value


def _pending(operation: Mapping[str, Any]) -> Pending:
    resource = operation["resource"]
    token = str(resource["type"])
    return Pending(
        urn=str(resource["urn"]),
        type=token,
        kind=str(operation["type"]),
        inputs=plain(resource.get("inputs") or {}),
        provider=str(resource.get("provider") or ""),
        local=not resource.get("custom", False) or token.startswith(LOCAL),
    )
