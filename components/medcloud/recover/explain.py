"""The errors of a run, each with advice; what a service knows and the provider leaves out is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from keystoneauth1.adapter import Adapter
from keystoneauth1.exceptions import ClientException
from openstack.exceptions import SDKException

from medcloud.recover import clouds
from medcloud.recover.advice import Advice, advise
from medcloud.recover.failures import Events
from medcloud.recover.state import State

SERVER = re.compile(r"instance \((?P<id>[0-9a-f-]{36})\) to become ready")


def explain(events: Events, state: State, connect: clouds.Connect = clouds.connect) -> Iterator[Advice]:
    """One advice for each resource whose error is a known one."""
    for urn, message in events.messages.items():
        known = advise(urn, message + _fault(urn, message, state, connect))
        if known is not None:
            yield known


def _fault(urn: str, message: str, state: State, connect: clouds.Connect) -> str:
    """What nova says about a server that did not come up; the provider shows its state alone."""
    found = SERVER.search(message)
    if not found or not state.held(urn):
        return ""
    try:
        compute: Adapter = connect(clouds.options(state.shown(urn), state)).compute
        answer = compute.get(f"/servers/{found['id']}", raise_exc=False)
    except (SDKException, ClientException):
        return ""  # advice goes without it
    return f" {answer.json()['server'].get('fault', {}).get('message', '')}" if answer.ok else ""
