"""The rules of the pack: every module in a chapter's folder is one."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import medcloud_policies
from medcloud_policies.rule import Rule

NAME = "medcloud"
_DEPTH = 2  # medcloud_policies.ch7_2.volume_encrypted


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in order of their ids; ValueError when two share one."""
    found: dict[str, Rule] = {}
    for module in pkgutil.walk_packages(medcloud_policies.__path__, "medcloud_policies."):
        if module.ispkg or module.name.count(".") != _DEPTH:
            continue
        rule = importlib.import_module(module.name).RULE
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
