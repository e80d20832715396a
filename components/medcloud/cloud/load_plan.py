"""From the region file that a program names to its plan."""

from pathlib import Path

import pulumi

from medcloud.evidence.ledger import append
from medcloud.plan.region import RegionPlan
from medcloud.region_files import open_plan, waivers_path
from medcloud.text import Refusal, Text


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
    except Refusal as refusal:
        raise pulumi.RunError(f"区域文件不通过。 The region file is refused.\n{refusal}") from None
    _tell_waivers(plan, path)
    return plan, path.parent


def _tell_waivers(plan: RegionPlan, path: Path) -> None:
    """Says what is waived, to the person and to the ledger that the stack keeps."""
    if not plan.waived:
        return
    config = pulumi.Config("medcloud")
    lines = [str(waived) for waived in plan.waived]
    if config.get("waivers") is None:
        file = waivers_path(path)
        lines.append(
            str(
                Text(
                    f"策略包尚不知道这些豁免：pulumi config set medcloud:waivers {file}",
                    f"the pack does not know of these: pulumi config set medcloud:waivers {file}",
                )
            )
        )
    pulumi.log.warn("\n".join(lines))
    if ledger := config.get("ledger"):
        run = {"stack": pulumi.get_stack(), "preview": pulumi.runtime.is_dry_run()}
        for waived in plan.waived:
            append(Path(ledger), "waiver-used", {**run, **waived.record()})
