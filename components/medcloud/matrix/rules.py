"""The rules of the pack as deciders, from their own metadata."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.matrix.decider import Decider
from medcloud_policies.core import pack


def rules() -> Iterator[Decider]:
    """One a rule, in order of their ids."""
    for rule in pack.rules():
        function = rule.judge or rule.judge_stack
        if function is not None:
            module, line = function.__module__, function.__code__.co_firstlineno
            file = f"{module.replace('.', '/')}.py"
            yield Decider(f"rule {rule.id}", "rule", rule.items, module, function.__qualname__, file, line)
