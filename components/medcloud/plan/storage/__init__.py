"""Storage tiers, volumes and object containers."""

from medcloud.plan.storage.slice import CapacityPlan, ContainerPlan, TierPlan, VolumePlan

__all__ = ["CapacityPlan", "ContainerPlan", "TierPlan", "VolumePlan"]
