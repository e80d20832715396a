"""Advice on an error; what a service knows and the provider leaves out is asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from keystoneauth1.adapter import Adapter
from keystoneauth1.exceptions import ClientException
from openstack.exceptions import SDKException

from medcloud.engine.state import State, plain
from medcloud.recover.core.advice import Advice, advise
from medcloud.recover.core.causes import causes
from medcloud.recover.openstack import clouds
from medcloud.text import urns

SERVER = re.compile(r"instance \((?P<id>[0-9a-f-]{36})\) to become ready")


def explain(urn: str, message: str, state: State, connect: clouds.Connect) -> Advice | None:
    """Advice on the error of a resource; a server's message gets what nova itself said behind it."""
    known = advise(urn, message + _fault(urn, message, state, connect), causes(__package__))
    return replace(known, needs=_needs(urn, state)) if known and SERVER.search(message) else known


def _fault(urn: str, message: str, state: State, connect: clouds.Connect) -> str:
    """What nova says about a server that did not come up; the provider shows its state alone."""
    found = SERVER.search(message)
    if not found or not state.holds(urn):
        return ""
    try:
        compute: Adapter = connect(clouds.options(state.as_pending(urn), state)).compute
        answer = compute.get(f"/servers/{found['id']}", raise_exc=False)
    except (SDKException, ClientException):
        return ""  # advice goes without it
    fault = answer.json()["server"].get("fault", {}).get("message") if answer.ok else ""
    return f" nova: {fault}" if fault else ""


def _needs(urn: str, state: State) -> str:
    """What a server asks of its host: zone, flavor, the traits (ISA) that this requires, group."""
    if not state.holds(urn):
        return ""
    inputs = state.as_pending(urn).inputs
    by_id = {str(r["id"]): r for r in state.resources if r.get("id")}
    flavor = by_id.get(str(inputs.get("flavorId")), {})
    specs = plain(flavor.get("inputs") or {}).get("extraSpecs") or {}
    traits = [key.removeprefix("trait:") for key, value in specs.items() if value == "required"]
    groups = [by_id.get(str(hint.get("group")), {}) for hint in inputs.get("schedulerHints") or []]
    facts = {
        "zone": str(inputs.get("availabilityZone") or ""),
        "flavor": _name(flavor),
        "ISA": ", ".join(traits),
        "anti-affinity group": ", ".join(filter(None, map(_name, groups))),
    }
    return "; ".join(f"{fact} {value}" for fact, value in facts.items() if value)


def _name(resource: Mapping[str, Any]) -> str:
    return urns.split(str(resource.get("urn", ""))).name
