"""The rules as pulumi_policy's policies: their metadata, and judging in a PolicyPack of one's own.

`PolicyPack("ours", policies())` works with plain pulumi_policy; `server` judges the same rules faster.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pulumi_policy import (
    EnforcementLevel,
    Policy,
    PolicyComplianceFramework,
    PolicyConfigSchema,
    ReportViolation,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    Severity,
    StackValidationArgs,
    StackValidationPolicy,
)
from pulumi_policy.proxy import UNKNOWN_STRING_VALUE, UnknownValueError

from medcloud_policies.core import pack
from medcloud_policies.core.message import STANDARD, compose, refusal
from medcloud_policies.core.providers import canonical
from medcloud_policies.core.resource import Resource, Stack
from medcloud_policies.core.rule import Rule
from medcloud_policies.core.settings import Settings
from medcloud_policies.core.values import UNKNOWN
from medcloud_policies.core.verdict import Verdict, judge, judge_stack


def policies() -> list[Policy]:
    """All rules of the pack as policies, to serve in a pack of one's own."""
    return [policy(rule) for rule in pack.rules()]


def policy(rule: Rule) -> Policy:
    """One rule as a policy, mandatory, with its items as the compliance framework's reference."""
    make: Callable[..., Policy] = ResourceValidationPolicy if rule.judge else StackValidationPolicy
    schema = {setting.name: setting.json_schema() for setting in rule.settings}
    return make(
        name=rule.id,
        description=rule.title.say("both"),
        validate=_on_resource(rule) if rule.judge else _on_stack(rule),
        enforcement_level=EnforcementLevel.MANDATORY,
        config_schema=PolicyConfigSchema(schema) if schema else None,
        display_name=rule.title.en,
        severity=Severity(rule.severity),
        framework=PolicyComplianceFramework(
            name=STANDARD, version="2025", reference=", ".join(rule.items), specification=rule.why.en
        ),
        tags=list(rule.items),
        remediation_steps=rule.remedy.say("both"),
    )


def _on_resource(rule: Rule) -> Callable[[ResourceValidationArgs, ReportViolation], None]:
    def validate(args: ResourceValidationArgs, report: ReportViolation) -> None:
        if canonical(args.resource_type) in rule.types:
            settings = Settings(args.get_config())
            resource = Resource(
                args.resource_type, _plain(args.props), name=args.name, urn=args.urn, settings=settings
            )
            _report(judge(rule, resource), report)

    return validate


def _on_stack(rule: Rule) -> Callable[[StackValidationArgs, ReportViolation], None]:
    def validate(args: StackValidationArgs, report: ReportViolation) -> None:
        settings = Settings(args.get_config())
        resources = [
            Resource(r.resource_type, _plain(r.props), name=r.name, urn=r.urn, settings=settings)
            for r in args.resources
        ]
        references = {
            r.urn: {prop: [d.urn for d in found] for prop, found in r.property_dependencies.items()}
            for r in args.resources
        }
        _report(judge_stack(rule, Stack(resources, references, settings)), report)

    return validate


def _report(verdict: Verdict, report: ReportViolation) -> None:
    for finding in verdict.findings:
        report(compose(refusal(verdict.rule, finding)), finding.urn or None)
    if verdict.undecided:
        raise UnknownValueError(UNKNOWN_STRING_VALUE, [verdict.undecided])


def _plain(value: Any) -> Any:
    """What pulumi_policy's checking proxies hold, with UNKNOWN where they would raise."""
    if isinstance(value, Mapping):
        return {key: _read(value, key) for key in value}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_read(value, index) for index in range(len(value))]
    return value


def _read(container: Any, key: Any) -> Any:
    try:
        return _plain(container[key])
    except UnknownValueError:
        return UNKNOWN
