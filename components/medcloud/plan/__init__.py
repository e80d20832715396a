"""Pure functions from a region to its frozen, printable plan.

``allocate(region, lock)`` gives out numbers and ``derive(region, lock)`` makes the plan;
medcloud.region_files does both for a file. The whole is medcloud.plan.region.RegionPlan; each
concern's slice of it is exported by the concern's package.
"""

from medcloud.plan.as_json import to_json
from medcloud.plan.derive import derive
from medcloud.plan.lock import Lock, LockRefused, allocate
from medcloud.plan.refused import PlanRefused
from medcloud.plan.text import to_text

__all__ = ["Lock", "LockRefused", "PlanRefused", "allocate", "derive", "to_json", "to_text"]
