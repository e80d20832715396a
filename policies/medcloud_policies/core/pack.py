"""The rules of the pack: every module in a chapter's folder of a provider is one."""

from __future__ import annotations

import importlib
from functools import cache

from medcloud_policies.core.providers import HOME, folders
from medcloud_policies.core.rule import Rule

NAME = "medcloud"


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in order of their ids; ValueError when two share one."""
    found: dict[str, Rule] = {}
    # pkgutil would load `inspect`, a tenth of the start
    files = [file for folder in folders().values() for file in folder.glob("*/[!_]*.py")]
    for file in sorted(files):
        module = ".".join((HOME.name, *file.relative_to(HOME).with_suffix("").parts))
        rule = importlib.import_module(module).RULE
        if rule.id in found:
            raise ValueError(f"two rules are called {rule.id}")
        found[rule.id] = rule
    return tuple(found[key] for key in sorted(found))


@cache
def by_type() -> dict[str, tuple[Rule, ...]]:
    """Resource rules by the type they judge."""
    table: dict[str, list[Rule]] = {}
    for rule in rules():
        if rule.judge:
            for type_ in rule.types:
                table.setdefault(type_, []).append(rule)
    return {type_: tuple(found) for type_, found in table.items()}


@cache
def stack_rules() -> tuple[Rule, ...]:
    """The rules that look at a whole stack."""
    return tuple(rule for rule in rules() if rule.judge_stack)
