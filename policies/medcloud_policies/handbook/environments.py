"""Enforcement by environment, as a file for `pulumi ... --policy-pack-config`."""

from __future__ import annotations

from medcloud_policies.core import pack

# Severities that block; the rest is reported. Nothing is switched off anywhere.
ENVIRONMENTS = {
    "production": ("low", "medium", "high", "critical"),
    "staging": ("high", "critical"),
    "trial": ("critical",),
}


def levels(environment: str) -> dict[str, str]:
    """Each rule's enforcement level in an environment."""
    blocking = ENVIRONMENTS[environment]
    return {rule.id: "mandatory" if rule.severity in blocking else "advisory" for rule in pack.rules()}
