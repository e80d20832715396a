"""Running a rule: what it found, and whether it could decide at all."""

from __future__ import annotations

from typing import NamedTuple

from medcloud_policies.core.resource import Resource, Stack
from medcloud_policies.core.rule import Finding, Rule
from medcloud_policies.core.values import UnknownValue

_TOLD = 3


class Verdict(NamedTuple):
    """What one rule says of one resource or stack."""

    rule: Rule
    findings: tuple[Finding, ...]
    undecided: str = ""
    """The property that is not known yet, when the rule had to read one; findings made before it stand."""


def judge(rule: Rule, resource: Resource) -> Verdict:
    """One resource rule on one resource."""
    assert rule.judge is not None, rule.id  # noqa: S101 - the caller takes it from pack.by_type
    found: list[Finding] = []
    try:
        for what in rule.judge(resource):
            found.append(Finding(resource, what))
    except UnknownValue as unknown:
        return Verdict(rule, tuple(found), unknown.path)
    return Verdict(rule, tuple(found))


def judge_stack(rule: Rule, stack: Stack) -> Verdict:
    """One stack rule on a stack."""
    assert rule.judge_stack is not None, rule.id  # noqa: S101 - the caller takes it from pack.stack_rules
    found: list[Finding] = []
    stack.undecided.clear()
    try:
        for finding in rule.judge_stack(stack):
            found.append(finding)
    except UnknownValue as unknown:
        stack.undecided.append(unknown.path)
    return Verdict(rule, tuple(found), _some(stack.undecided))


def _some(paths: list[str]) -> str:
    """The first few of what is not known, and how many more."""
    more = f" +{len(paths) - _TOLD}" if len(paths) > _TOLD else ""
    return ", ".join(paths[:_TOLD]) + more
