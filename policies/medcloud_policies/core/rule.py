"""What a rule is: what it is about, by which items, and a pure function from properties to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from medcloud.text import Text
from medcloud_policies.core.resource import Resource, Stack
from medcloud_policies.core.settings import Setting

__all__ = ["Resource", "Rule", "Stack", "Text", "Violation"]


Severity = Literal["low", "medium", "high", "critical"]


class Violation(NamedTuple):
    """What is wrong at one resource of a stack; `what` holds names and plain values, never a secret."""

    resource: Resource | None
    """None: the stack as a whole."""
    what: str
    items: tuple[str, ...] = ()
    """The items that it is against. A rule of several items says which where it can tell; what it leaves
    empty is filled in by `verdict`."""

    @property
    def urn(self) -> str:
        """The resource's URN, "" for the stack."""
        return self.resource.urn if self.resource else ""


class Rule(NamedTuple):
    """One rule of the pack; all are mandatory unless a site's configuration says otherwise."""

    id: str
    """Kebab case, unique in the pack; the name under which the engine reports and configures it."""
    items: tuple[str, ...]
    """Ids of all items that it decides, the one that carries the rule first."""
    severity: Severity
    title: Text
    """What holds when the rule is met."""
    why: Text
    """What goes wrong otherwise."""
    remedy: Text
    """What to write instead."""
    types: tuple[str, ...]
    """The resource types it judges (a stack rule: those it looks at)."""
    judge: Callable[[Resource], Iterator[str | Violation]] | None = None
    """A resource rule's function; it blocks before the resource is made. A text is a finding there."""
    judge_stack: Callable[[Stack], Iterator[Violation]] | None = None
    """A stack rule's function, for what lies between resources."""
    settings: tuple[Setting, ...] = ()
