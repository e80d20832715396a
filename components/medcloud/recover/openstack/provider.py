"""What recovery asks of OpenStack, answered by its services' REST APIs."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from keystoneauth1.exceptions import ClientException
from openstack.connection import Connection
from openstack.exceptions import SDKException

from medcloud.engine.state import Pending, State
from medcloud.recover.core.advice import Advice
from medcloud.recover.core.errors import RecoverFailed
from medcloud.recover.core.providers import Object
from medcloud.recover.core.report import Drift
from medcloud.recover.openstack import clouds, lookup
from medcloud.recover.openstack.explain import explain
from medcloud.recover.openstack.foreign import foreign_rules
from medcloud.recover.openstack.lookup_rule import Inputs, LookupRule, attribute
from medcloud.recover.openstack.types import TYPES


@contextlib.contextmanager
def refused() -> Iterator[None]:
    """What a service or the way to it refuses, as recovery's own error."""
    try:
        yield
    except (SDKException, ClientException) as failed:
        raise RecoverFailed(str(failed)) from failed


@dataclass(frozen=True)
class RestLookup:
    """A row of a type, with the inputs of one resource and the way to the control plane of its provider."""

    row: LookupRule
    inputs: Inputs
    connect: Callable[[], Connection]

    @property
    def again(self) -> bool:
        """Of the row."""
        return self.row.again

    @property
    def place(self) -> str:
        """The collection's path."""
        return self.row.path

    @refused()
    def objects(self) -> list[Object]:
        """Those that fit the inputs, newest first."""
        return lookup.matches(self.connect(), self.row, self.inputs)

    def id_of(self, found: Object) -> str:
        """The id by which the provider knows it."""
        return lookup.resource_id(self.row, self.inputs, found)

    def status_of(self, found: Object) -> str:
        """Its own id and state."""
        return f"{lookup.own_id(self.row, found)} {attribute(found, self.row.status)}"

    def is_settling(self, found: Object) -> bool:
        """By the row's states."""
        return attribute(found, self.row.status) in self.row.settling

    def may_be_lost(self, found: Object) -> bool:
        """By the row's states."""
        return attribute(found, self.row.status) in self.row.lost

    def is_unusable(self, found: Object) -> bool:
        """By the row's states."""
        return attribute(found, self.row.status) in self.row.failed

    def is_whole(self, found: Object) -> bool:
        """By the row's states, and by what it says of later steps."""
        return not self.is_unusable(found) and self.row.finished(self.inputs, found)

    @refused()
    def remove(self, found: Object) -> None:
        """Delete it and wait until it is gone."""
        lookup.remove(self.connect(), self.row, self.inputs, found)

    @refused()
    def take_back(self, found: Object) -> None:
        """Ask for its deletion, once."""
        lookup.take_back(self.connect(), self.row, self.inputs, found)


class OpenStack:
    """One run's way to the control planes of OpenStack, each connected to once."""

    read_as: Mapping[str, str] = MappingProxyType({"metadata": "allMetadata", "tags": "allTags"})

    def __init__(self, connect: clouds.Connect = clouds.connect) -> None:
        self._connect = clouds.connect_once(connect)

    def lookup(self, pending: Pending, state: State) -> RestLookup | None:
        """By the row of its type."""
        row = TYPES.get(pending.type)
        options = clouds.options(pending, state)
        return RestLookup(row, pending.inputs, lambda: self._connect(options)) if row else None

    def explain(self, urn: str, message: str, state: State) -> Advice | None:
        """With what nova says of a server that did not come up."""
        return explain(urn, message, state, self._connect)

    def foreign(self, state: State, *, remove: bool) -> Iterator[Drift]:
        """Rules in our security groups."""
        with refused():
            yield from foreign_rules(state, self._connect, remove=remove)


def make() -> OpenStack:
    """For one run, by openstacksdk."""
    return OpenStack()
