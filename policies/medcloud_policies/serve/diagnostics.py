"""What a rule says, as the engine is told of it."""

from __future__ import annotations

from pulumi.runtime import proto

from medcloud_policies.core import pack
from medcloud_policies.core.message import PolicyMessage, compose
from medcloud_policies.core.rule import Rule

_SEVERITIES = {
    "low": proto.POLICY_SEVERITY_LOW,
    "medium": proto.POLICY_SEVERITY_MEDIUM,
    "high": proto.POLICY_SEVERITY_HIGH,
    "critical": proto.POLICY_SEVERITY_CRITICAL,
}


def diagnostic(
    rule: Rule, message: PolicyMessage, level: proto.EnforcementLevel.ValueType
) -> proto.AnalyzeDiagnostic:
    """A message of a rule under the rule's title; what a rule cannot decide yet is the engine's to place."""
    title = rule.title.say("both")
    return proto.AnalyzeDiagnostic(
        policyName=rule.id,
        policyPackName=pack.NAME,
        policyPackVersion="0.0.1",
        description=title,
        message=f"{title}\n{compose(message)}",
        enforcementLevel=level,
        severity=_SEVERITIES[message.severity],
        urn="" if message.state == "undecided" else message.subject,
    )
