"""Drift that a refresh does not repair by itself.

A refresh sees what the provider reads of the resources that the state holds. Two things escape it: fields
which the provider reads under another name (`allMetadata`, `allTags`), so that no difference to the program
shows; and what somebody put into an object of ours by hand, e.g. a security group's rule, which is nobody's
resource.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from medcloud.engine.stack import Stack
from medcloud.engine.state import State
from medcloud.recover.core.providers import Provider, all_providers
from medcloud.recover.core.report import Drift


def drift(stack: Stack, providers: Sequence[Provider] | None = None, *, repair: bool = False) -> list[Drift]:
    """Refresh the stack, then find what a refresh leaves unrepaired; by all providers when none are given.

    With `repair` foreign objects are deleted, and the state is made to show what is really there, so that the
    next `pulumi up` sets it back. EngineFailed or RecoverFailed when the engine or a control plane refuses.
    """
    stack.refresh()
    state = State(stack.export(), stack.export(show_secrets=True))
    providers = all_providers() if providers is None else providers
    read_as = {name: other for each in providers for name, other in each.read_as.items()}
    found = list(_blind(state, read_as, mark=repair))
    if repair and found:
        stack.replace(state.document)
    return [*found, *(drift for each in providers for drift in each.foreign(state, remove=repair))]


def _blind(state: State, read_as: Mapping[str, str], *, mark: bool) -> Iterator[Drift]:
    for resource in state.resources:
        outputs = resource.get("outputs") or {}
        for name, other in read_as.items():
            if other not in outputs:
                continue
            wanted, have = _plain(resource.get("inputs") or {}, name), outputs[other]
            if _same(wanted, have):
                continue
            yield Drift(str(resource["urn"]), name, _brief(wanted, have), _brief(have, wanted))
            if mark:
                outputs[name] = have


def _plain(inputs: Mapping[str, Any], name: str) -> Any:
    value = inputs.get(name)
    return (
        {k: v for k, v in value.items() if k != "__defaults"} if isinstance(value, Mapping) else value or []
    )


def _same(wanted: Any, have: Any) -> bool:
    if isinstance(have, list):
        return sorted(wanted) == sorted(have)
    return bool(dict(wanted or {}) == have)


def _brief(one: Any, other: Any) -> str:
    if isinstance(one, Mapping):
        before = other if isinstance(other, Mapping) else {}
        return ", ".join(f"{k}={v}" for k, v in one.items() if before.get(k) != v) or "-"
    return ", ".join(str(item) for item in one if item not in other) or "-"
