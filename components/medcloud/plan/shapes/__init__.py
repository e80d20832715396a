"""The frozen shapes of a plan. Lists are tuples, labels are read-only mappings; nothing here computes."""

from medcloud.plan.shapes.compute import FlavorPlan, ImagePlan, InstancePlan, PoolPlan, VolumePlan
from medcloud.plan.shapes.network import DomainPlan, FirewallRule, Flow, LinkPlan, RulePlan, SubnetPlan
from medcloud.plan.shapes.region import CentrePlan, Location, RecordPlan, RegionPlan
from medcloud.plan.shapes.storage import ContainerPlan, TierPlan
from medcloud.plan.shapes.workload import BalancerPlan, PlacementPlan, Protection, WorkloadPlan

__all__ = [
    "BalancerPlan",
    "CentrePlan",
    "ContainerPlan",
    "DomainPlan",
    "FirewallRule",
    "FlavorPlan",
    "Flow",
    "ImagePlan",
    "InstancePlan",
    "LinkPlan",
    "Location",
    "PlacementPlan",
    "PoolPlan",
    "Protection",
    "RecordPlan",
    "RegionPlan",
    "RulePlan",
    "SubnetPlan",
    "TierPlan",
    "VolumePlan",
    "WorkloadPlan",
]
