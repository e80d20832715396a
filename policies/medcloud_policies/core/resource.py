"""One resource and the whole stack, as rules see them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from medcloud.standard import conventions
from medcloud_policies.core.providers import canonical, carriers
from medcloud_policies.core.settings import Settings
from medcloud_policies.core.values import UNKNOWN, Node, Unknown, UnknownValue

_LEVELS = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}


class Resource(Node):
    """A resource's inputs (or, in a stack rule, its outputs), its labels and the pack's settings."""

    def __init__(
        self,
        type_: str,
        props: Mapping[str, Any],
        *,
        name: str = "",
        urn: str = "",
        settings: Settings | None = None,
    ) -> None:
        super().__init__(props)
        self.type = canonical(type_)
        self.name = name
        self.urn = urn
        self.settings = settings or Settings()

    @cached_property
    def labels(self) -> dict[str, str]:
        """The medcloud labels that are known, e.g. ``{"level": "4", "workload": "his"}``."""
        return conventions.read({name: _known(value) for name, value in self._carriers.items()})

    def label(self, key: str) -> str:
        """One label, "" when the resource does not carry it; raises when it may still turn up."""
        found = self.labels.get(key, "").strip()
        if not found and self._labels_open:
            raise UnknownValue(f"label {key}")
        return found

    @property
    def level(self) -> int:
        """The data level 1 to 5 of table C.1; 0 when the label is missing or no level."""
        return _LEVELS.get(self.label("level"), 0)

    @cached_property
    def _labels_open(self) -> bool:
        """Whether a property that may carry labels is not known yet, in whole or in part."""
        return any(_open(value) for value in self._carriers.values())

    @property
    def _carriers(self) -> Mapping[str, Any]:
        """What may carry labels: only its provider knows."""
        return carriers(self.type, self.props)


class Late(Resource):
    """A resource whose properties are read when a rule first looks at them: stack rules look at few."""

    def __init__(
        self,
        type_: str,
        read: Callable[[], Mapping[str, Any]],
        *,
        name: str = "",
        urn: str = "",
        settings: Settings | None = None,
    ) -> None:
        super().__init__(type_, {}, name=name, urn=urn, settings=settings)
        self._read = read
        del self.props

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not there: the properties, once.
        if name != "props":
            raise AttributeError(name)
        self.props = self._read()
        return self.props


class _Deciding:
    """A context that notes what is not known yet and goes on; it may be entered again."""

    def __init__(self, undecided: list[str], name: str) -> None:
        self._undecided = undecided
        self._name = name

    def __enter__(self) -> None:
        pass

    def __exit__(self, _type: object, error: BaseException | None, _trace: object) -> bool:
        if isinstance(error, UnknownValue):
            self._undecided.append(f"{self._name}.{error.path}")
            return True
        return False


class Stack:
    """All resources of a stack with what refers to what."""

    def __init__(
        self,
        resources: Sequence[Resource],
        references: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
        settings: Settings | None = None,
    ) -> None:
        """`references` maps a resource's urn and property name to the urns that the value comes from."""
        self.resources = resources
        self.settings = settings or Settings()
        self._references = references or {}
        self._by_urn = {resource.urn: resource for resource in resources}
        self.undecided: list[str] = []
        """What a rule could not read, filled in by `each`."""

    def of(self, *types: str) -> Iterator[Resource]:
        """The resources of the given types."""
        return (resource for resource in self.resources if resource.type in types)

    def each(self, *types: str) -> Iterator[tuple[Resource, _Deciding]]:
        """The resources of the given types, each with a context that lets one that is undecided pass.

        ``for server, deciding in stack.each(SERVER): with deciding: ...``: what cannot be known of one
        resource is noted, and the others are judged all the same.
        """
        return ((resource, _Deciding(self.undecided, resource.name)) for resource in self.of(*types))

    def targets(self, resource: Resource, prop: str) -> list[Resource]:
        """The resources of this stack that a property's value comes from."""
        urns = self._references.get(resource.urn, {}).get(prop, ())
        return [self._by_urn[urn] for urn in urns if urn in self._by_urn]

    def key(self, resource: Resource, prop: str, type_: str) -> str:
        """What a reference points at: the urn of one resource of this stack, else the literal id."""
        urns = [target.urn for target in self.targets(resource, prop) if target.type == type_]
        return urns[0] if len(urns) == 1 else resource.text(prop)


def _known(value: Any) -> Any:
    """A value without its unknown parts, two levels deep: deep enough for tags and metadata."""
    if isinstance(value, Unknown):
        return None
    if isinstance(value, Mapping):
        return {k: v for k, v in value.items() if v is not UNKNOWN}
    if isinstance(value, list):
        return [v for v in value if v is not UNKNOWN]
    return value


def _open(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(v is UNKNOWN for v in value.values())
    return value is UNKNOWN or (isinstance(value, list) and UNKNOWN in value)
