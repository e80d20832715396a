"""Running a rule: what it found, and whether it could decide at all."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from medcloud.standard import levels
from medcloud_policies.core.resource import Resource, Stack
from medcloud_policies.core.rule import Rule, Violation
from medcloud_policies.core.values import UnknownValue

_TOLD = 3


class Verdict(NamedTuple):
    """What one rule says of one resource or stack."""

    rule: Rule
    findings: tuple[Violation, ...]
    """Each with the items that it is against."""
    undecided: str = ""
    """The property that is not known yet, when the rule had to read one; findings made before it stand."""
    subject: str = ""
    """URN of the resource that was judged, "" for the stack."""


def judge(rule: Rule, resource: Resource) -> Verdict:
    """One resource rule on one resource."""
    assert rule.judge is not None, rule.id  # noqa: S101 - the caller takes it from pack.by_type
    found: list[Violation] = []
    try:
        for what in rule.judge(resource):
            found.append(_finding(rule, what if isinstance(what, Violation) else Violation(resource, what)))
    except UnknownValue as unknown:
        return Verdict(rule, tuple(found), unknown.path, resource.urn)
    return Verdict(rule, tuple(found), subject=resource.urn)


def judge_stack(rule: Rule, stack: Stack) -> Verdict:
    """One stack rule on a stack."""
    assert rule.judge_stack is not None, rule.id  # noqa: S101 - the caller takes it from pack.stack_rules
    found: list[Violation] = []
    stack.undecided.clear()
    try:
        for finding in rule.judge_stack(stack):
            found.append(_finding(rule, finding))
    except UnknownValue as unknown:
        stack.undecided.append(unknown.path)
    return Verdict(rule, tuple(found), _some(stack.undecided))


def _finding(rule: Rule, finding: Violation) -> Violation:
    """A finding with its items: those it names, else the rule's without the rows of other data levels."""
    if finding.items:
        return finding
    rows, level = _rows(), _level(finding.resource)
    own = tuple(item for item in rule.items if rows.get(item, level) == level)
    return finding._replace(items=own if level and own else rule.items)


@cache
def _rows() -> dict[str, int]:
    """The data level by the item that is a row of table C.1."""
    return {row.item: row.level for row in levels()}


def _level(resource: Resource | None) -> int:
    try:
        return resource.level if resource else 0
    except UnknownValue:
        return 0


def _some(paths: list[str]) -> str:
    """The first few of what is not known, and how many more."""
    more = f" +{len(paths) - _TOLD}" if len(paths) > _TOLD else ""
    return ", ".join(paths[:_TOLD]) + more
