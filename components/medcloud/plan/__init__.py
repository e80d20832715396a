"""Pure functions from a region to its frozen, printable plan."""

from medcloud.plan.lock import Lock, LockRefused
from medcloud.plan.refused import PlanRefused

__all__ = ["Lock", "LockRefused", "PlanRefused"]
