"""What people do with a stack."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from medcloud.engine import event_log, placeholders
from medcloud.engine.stack import Stack
from medcloud.plan.region import RegionPlan
from medcloud.region_files import open_plan
from medcloud.review.pack_settings import pack_words
from medcloud.text import Text
from tools.stack import harden as hardening, parallel, remains, summary
from tools.stack.session import (
    PACK,
    StackFailed,
    configure,
    exports,
    open_aside,
    open_stack,
    provide_secrets,
    tool,
)


def up(region_file: Path, stack: str) -> int:
    """Engines and lab as needed, then `pulumi up` past the policy pack, then the summary."""
    began = time.monotonic()
    plan = open_plan(region_file, write=True)
    parallel.run({"engines": ["tools.engines", "install"], "lab": ["labs.openstack", "up"]})
    opened = _open(region_file, stack or plan.id)
    provide_secrets(opened, plan.domain.rstrip("."))
    with tempfile.TemporaryDirectory() as scratch:
        events = Path(scratch) / "events.json"
        arguments = ["--yes", "--skip-preview", *_pack(plan, Path(scratch)), "--suppress-outputs"]
        if opened.show("up", *arguments, "--event-log", str(events)):
            _recover(opened, "--events", str(events))
            raise StackFailed(
                Text("区域未完全就绪，处置后再次执行 make up", "not all is up: see above, then make up again")
            )
        types = [resource["type"] for resource in opened.resources()]
        verdict = summary.judged(event_log.read(events), frozenset(types))
        print("\n".join(map(str, summary.lines(plan, summary.resources(types), verdict))))
    print(Text(f"用时 {time.monotonic() - began:.0f} 秒", f"took {time.monotonic() - began:.0f} s"))
    return 0


def preview(region_file: Path, stack: str) -> int:
    """What would change and which clauses would be broken. No cloud is asked: one need not be reachable."""
    plan = open_plan(region_file, write=False)
    parallel.run({"engines": ["tools.engines", "install"]})
    with tempfile.TemporaryDirectory() as scratch:
        clouds = Path(scratch) / "clouds.yaml"
        clouds.write_text(placeholders.clouds(plan.clouds), encoding="utf-8")
        os.environ["OS_CLIENT_CONFIG_FILE"] = str(clouds)
        beside = open_aside(stack or plan.id, Path(scratch))
        configure(beside, region_file)
        beside.set("medcloud:offline", "true")
        provide_secrets(beside, plan.domain.rstrip("."))
        words = ["preview", *_pack(plan, Path(scratch)), "--suppress-outputs"]
        return beside.show(*words, variables={"PULUMI_SKIP_CHECKPOINTS": "true"})


def _pack(plan: RegionPlan, scratch: Path) -> list[str]:
    """The words for the pack, with what it is to know of what this region adopts."""
    return ["--policy-pack", str(PACK), *pack_words(plan, scratch)]


def down(region_file: Path, stack: str) -> int:
    """Destroy, then ask each control plane what it still holds of the region."""
    plan = open_plan(region_file, write=False)
    opened = _open(region_file, stack or plan.id)
    with tempfile.TemporaryDirectory() as scratch:
        events = Path(scratch) / "events.json"
        if opened.show("destroy", "--yes", "--skip-preview", "--event-log", str(events)):
            _recover(opened, "--events", str(events))
            raise StackFailed(
                Text(
                    "区域未完全清除，处置后再次执行 make down",
                    "not all is gone: see above, then make down again",
                )
            )
    left = sorted(remains.held(plan))
    for place, kind, name in left:
        print(Text(f"仍在: {place} {kind} {name}", f"still there: {place} {kind} {name}"))
    if left:
        raise StackFailed(Text(f"{len(left)} 个对象未清除", f"{len(left)} objects are left"))
    opened.ask("stack", "rm", "--yes")
    places = sorted({f"{c.location.cloud}/{c.location.region}" for c in plan.centres})
    print(
        Text(
            f"{', '.join(places)} 的控制面已无残留",
            f"nothing is left, by the control planes of {', '.join(places)}",
        )
    )
    return 0


def harden(region_file: Path, stack: str) -> int:
    """Harden a host of each system that the region names, and report."""
    plan = open_plan(region_file, write=False)
    return hardening.harden(open_stack(stack or plan.id))


def _recover(stack: Stack, *words: str) -> None:
    """Settle what a killed or failed run left behind, and say in words what its errors mean."""
    medcloud = str(Path(sys.executable).with_name("medcloud"))
    command = [medcloud, "recover", "--stack", stack.name, "-C", str(stack.folder), *words]
    if subprocess.run(command, env=stack.environment, check=False).returncode:
        raise StackFailed(Text("请先按上文核对", "settle the above first"))


def _open(region_file: Path, stack: str) -> Stack:
    os.environ.update(exports(tool("labs.openstack", "env")))
    opened = open_stack(stack)
    _recover(opened)  # first: a killed run may have left what no other command can read
    configure(opened, region_file)
    return opened
