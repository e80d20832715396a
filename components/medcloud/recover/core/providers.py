"""What recovery asks of a provider; a folder beside this one with a `provider.py` each, found by walking."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from medcloud.engine.state import Pending, State
from medcloud.recover.core.advice import Advice
from medcloud.recover.core.report import Drift

Object = Mapping[str, Any]
"""An object as its service shows it."""

HOME = Path(__file__).parents[1]


class Lookup(Protocol):
    """The objects in a control plane that one resource's inputs may have made.

    Whatever asks the control plane gives RecoverFailed when it refuses or does not answer.
    """

    @property
    def again(self) -> bool:
        """Creating once more gives the same object and no second one: nothing needs to be looked up."""

    @property
    def place(self) -> str:
        """Where such objects are listed, for a person who looks there."""

    def objects(self) -> Sequence[Object]:
        """Those that fit, newest first."""

    def id_of(self, found: Object) -> str:
        """The id by which the provider knows it."""

    def status_of(self, found: Object) -> str:
        """Its own id and the state it is in, for people."""

    def is_settling(self, found: Object) -> bool:
        """Whether its state ends by itself."""

    def may_be_lost(self, found: Object) -> bool:
        """Whether it never ends when the request was lost on its way: only then is a deletion taken."""

    def is_unusable(self, found: Object) -> bool:
        """Whether it is in a state out of which it does not come."""

    def is_whole(self, found: Object) -> bool:
        """Whether it is usable, and no later step of its creation was cut off."""

    def remove(self, found: Object) -> None:
        """Delete it and wait until it is gone."""

    def take_back(self, found: Object) -> None:
        """Ask for its deletion; a service that still works on it refuses, and that is well."""


class Provider(Protocol):
    """One run's way to the control planes of one provider."""

    read_as: Mapping[str, str]
    """Input to the output under which the provider reads it back, so that no difference shows."""

    def lookup(self, pending: Pending, state: State) -> Lookup | None:
        """How to look for what a resource's creation made; None for a type that it does not know."""

    def explain(self, urn: str, message: str, state: State) -> Advice | None:
        """Advice on an error of a resource, or of the run when the URN is empty; None when unknown."""

    def foreign(self, state: State, *, remove: bool) -> Iterator[Drift]:
        """What others put into the objects of the state; with `remove` it is deleted."""


def all_providers() -> list[Provider]:
    """One of each provider, for one run."""
    names = sorted(file.parent.name for file in HOME.glob("*/provider.py"))
    return [importlib.import_module(f"medcloud.recover.{name}.provider").make() for name in names]


def lookup(providers: Sequence[Provider], pending: Pending, state: State) -> Lookup | None:
    """How the provider that knows the resource's type looks for it; None when none does."""
    found = (provider.lookup(pending, state) for provider in providers)
    return next((each for each in found if each is not None), None)
