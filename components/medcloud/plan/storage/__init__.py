"""Storage tiers, volumes and object containers."""

from medcloud.plan.storage.slice import ContainerPlan, TierPlan, VolumePlan

__all__ = ["ContainerPlan", "TierPlan", "VolumePlan"]
