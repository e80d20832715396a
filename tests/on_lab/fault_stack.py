"""The small region of the fault tests as a stack of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

from medcloud.engine.placeholders import stack_secrets
from tests.on_lab import planes
from tests.on_lab.stack import LabStack, configure, new_stack
from tests.support.engine_env import CHECKOUT
from tests.support.lab_env import Lab

PREFIX = "flt-"
APART = "flta-"


def fault_stack(scratch: Path) -> LabStack:
    """The region file with its image in a scratch folder, and the program `stacks/region` pointed at it."""
    folder = scratch / "region"
    shutil.copytree(CHECKOUT / "tests/on_lab/fault_region", folder)
    (folder / "images").mkdir()
    (folder / "images" / "cloud.img").write_bytes(bytes(1 << 20))
    stack = new_stack("stacks/region", "flt", scratch)
    configure(stack, {"medcloud:region": str(folder / "region.yaml")}, stack_secrets("flt.example"))
    return stack


def apart_stack(scratch: Path) -> LabStack:
    """The program `tests/on_lab/apart`: some fifteen resources, two servers among them."""
    image = scratch / "image.raw"
    image.write_bytes(bytes(1 << 20))
    stack = new_stack("tests/on_lab/apart", "apart", scratch)
    configure(stack, {"apart:image": str(image)}, {})
    return stack


def orphans(stack: LabStack, lab: Lab, prefix: str = PREFIX) -> dict[str, str]:
    """What the control planes hold of the region and the state does not: id to what it is."""
    known = {planes.kept_id(str(r["id"])) for r in stack.resources() if r.get("id")}
    return {id_: what for id_, what in planes.held(lab, prefix).items() if id_ not in known}


def converged(stack: LabStack, lab: Lab, prefix: str = PREFIX) -> None:
    """A further `up` changes nothing, and nothing exists beside the state."""
    stack.unchanged()
    assert orphans(stack, lab, prefix) == {}
