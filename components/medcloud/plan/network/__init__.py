"""Networks, their prefixes and addresses, and what may pass between them."""

from medcloud.plan.network.slice import (
    BalancerPlan,
    DomainPlan,
    FirewallRule,
    Flow,
    LinkPlan,
    RecordPlan,
    RulePlan,
    SubnetPlan,
)

__all__ = [
    "BalancerPlan",
    "DomainPlan",
    "FirewallRule",
    "Flow",
    "LinkPlan",
    "RecordPlan",
    "RulePlan",
    "SubnetPlan",
]
