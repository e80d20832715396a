"""A finding as the engine is told of it."""

from __future__ import annotations

from pulumi.runtime import proto

from medcloud_policies.core import pack
from medcloud_policies.core.rule import Finding, Rule
from medcloud_policies.serve.adapter import message

_SEVERITIES = {
    "low": proto.POLICY_SEVERITY_LOW,
    "medium": proto.POLICY_SEVERITY_MEDIUM,
    "high": proto.POLICY_SEVERITY_HIGH,
    "critical": proto.POLICY_SEVERITY_CRITICAL,
}


def diagnostic(
    rule: Rule, what: str, level: proto.EnforcementLevel.ValueType, finding: Finding | None = None
) -> proto.AnalyzeDiagnostic:
    """What a rule says, under its title, with clause and remedy; of a resource when `finding` has one."""
    title = f"{rule.title.zh} / {rule.title.en}"
    return proto.AnalyzeDiagnostic(
        policyName=rule.id,
        policyPackName=pack.NAME,
        policyPackVersion="0.0.1",
        description=title,
        message=f"{title}\n{message(rule, what)}",
        enforcementLevel=level,
        severity=_SEVERITIES[rule.severity],
        urn=finding.resource.urn if finding and finding.resource else "",
    )
