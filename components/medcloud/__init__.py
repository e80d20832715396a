"""medcloud: regional medical hybrid clouds after T/GYJS 014-2025, as code.

``medcloud.Region.from_file(path)`` reads a region file, ``medcloud.open_plan(path, write=False)`` gives its
plan; ``medcloud.cloud`` holds the Pulumi components. docs/api.md lists all that is promised.
"""

from __future__ import annotations

from importlib import import_module, metadata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from medcloud.model import Region, RegionError
    from medcloud.plan import LockRefused, PlanRefused
    from medcloud.plan.region import RegionPlan
    from medcloud.region_files import open_plan
    from medcloud.text import Refusal

    __version__: str

__all__ = [
    "LockRefused",
    "PlanRefused",
    "Refusal",
    "Region",
    "RegionError",
    "RegionPlan",
    "__version__",
    "open_plan",
]

_HOME = {
    "LockRefused": "medcloud.plan",
    "PlanRefused": "medcloud.plan",
    "Refusal": "medcloud.text",
    "Region": "medcloud.model",
    "RegionError": "medcloud.model",
    "RegionPlan": "medcloud.plan.region",
    "open_plan": "medcloud.region_files",
}
"""Where each name is; read when it is asked for, so that ``import medcloud`` stays light."""


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return metadata.version("medcloud")
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
