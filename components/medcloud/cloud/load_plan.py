"""From the region file that a program names to its plan."""

from pathlib import Path

import pulumi

from medcloud.plan.region import RegionPlan
from medcloud.region_files import open_plan
from medcloud.text import Refusal


def load_plan(region_file: str) -> tuple[RegionPlan, Path]:
    """The plan, and the folder that the region file lies in; a relative path starts at the program's folder.

    The stack's `medcloud:environment` says which of the file's environments it is. A preview leaves the lock
    file alone, an update writes it. A file that is refused ends the program with every finding and no
    traceback, before any resource.
    """
    path = Path(region_file)
    environment = pulumi.Config("medcloud").get("environment") or None
    try:
        plan = open_plan(path, write=not pulumi.runtime.is_dry_run(), environment=environment)
        return plan, path.parent
    except Refusal as refusal:
        raise pulumi.RunError(f"区域文件不通过。 The region file is refused.\n{refusal}") from None
