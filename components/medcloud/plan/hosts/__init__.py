"""What hosts are told: rows of a hosts file, made by the plan and checked where they are read."""

from medcloud.plan.hosts.slice import HostFlow, HostRow, HostSite, IdentityPlan, WorkloadKind

__all__ = ["HostFlow", "HostRow", "HostSite", "IdentityPlan", "WorkloadKind"]
