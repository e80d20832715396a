"""What people do with a stack."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from medcloud.plan.shapes import RegionPlan
from medcloud.region_files import open_plan
from tools.stack import certificate, parallel, remains, summary
from tools.stack import harden as hardening
from tools.stack.session import PACK, Session, StackFailed, exports, tool


def up(region_file: Path, stack: str) -> int:
    """Engines and lab as needed, then `pulumi up` past the policy pack, then the summary."""
    began = time.monotonic()
    plan = open_plan(region_file, write=True)
    parallel.run({"engines": ["tools.engines", "install"], "lab": ["labs.openstack", "up"]})
    session = _session(region_file, stack or plan.id)
    certificate.provide(session, plan.domain.rstrip("."))
    with tempfile.TemporaryDirectory() as scratch:
        events = Path(scratch) / "events.json"
        arguments = ["--yes", "--skip-preview", "--policy-pack", str(PACK), "--suppress-outputs"]
        arguments += ["--event-log", str(events)]
        # the event log is a debugging flag of the engine's, though its form is public
        words = ["up", "--stack", session.stack, *arguments]
        if session.pulumi(*words, check=False, PULUMI_DEBUG_COMMANDS="true"):
            _recover(session, "--events", str(events))
            raise StackFailed(
                "区域未完全就绪，处置后再次执行 make up / not all is up: see above, then make up again"
            )
        state = json.loads(session.ask("stack", "export", "--stack", session.stack))
        types = [resource["type"] for resource in state["deployment"]["resources"]]
        verdict = summary.judged(events, frozenset(types))
        print("\n".join(summary.lines(plan, summary.resources(types), verdict)))
    print(f"用时 / took {time.monotonic() - began:.0f} s")
    return 0


def preview(region_file: Path, stack: str) -> int:
    """What would change and which clauses would be broken. No cloud is asked: one need not be reachable."""
    plan = open_plan(region_file, write=False)
    parallel.run({"engines": ["tools.engines", "install"]})
    with tempfile.TemporaryDirectory() as scratch:
        clouds = Path(scratch) / "clouds.yaml"
        clouds.write_text(placeholder_clouds(plan), encoding="utf-8")
        os.environ["OS_CLIENT_CONFIG_FILE"] = str(clouds)
        session = Session(region_file, stack or plan.id).aside(Path(scratch))
        session.configure()
        session.ask("config", "set", "medcloud:offline", "true", "--stack", session.stack)
        certificate.provide(session, plan.domain.rstrip("."))
        words = ["preview", "--stack", session.stack, "--policy-pack", str(PACK), "--suppress-outputs"]
        return session.pulumi(*words, check=False, PULUMI_SKIP_CHECKPOINTS="true")


def down(region_file: Path, stack: str) -> int:
    """Destroy, then ask each control plane what it still holds of the region."""
    plan = open_plan(region_file, write=False)
    session = _session(region_file, stack or plan.id)
    with tempfile.TemporaryDirectory() as scratch:
        events = Path(scratch) / "events.json"
        words = ["destroy", "--yes", "--skip-preview", "--stack", session.stack, "--event-log", str(events)]
        if session.pulumi(*words, check=False, PULUMI_DEBUG_COMMANDS="true"):
            _recover(session, "--events", str(events))
            raise StackFailed(
                "区域未完全清除，处置后再次执行 make down / not all is gone: see above, then make down again"
            )
    left = sorted(remains.held(plan))
    for place, kind, name in left:
        print(f"仍在 / still there: {place} {kind} {name}")
    if left:
        raise StackFailed(f"{len(left)} 个对象未清除 / objects are left")
    session.ask("stack", "rm", "--yes", "--stack", session.stack)
    places = sorted({f"{c.location.cloud}/{c.location.region}" for c in plan.centres})
    print(f"控制面已无残留 / nothing is left, by the control planes of {', '.join(places)}")
    return 0


def harden(region_file: Path, stack: str) -> int:
    """Harden a host of each system that the region names, and report."""
    plan = open_plan(region_file, write=False)
    return hardening.harden(Session(region_file, stack or plan.id))


def _recover(session: Session, *words: str) -> None:
    """Settle what a killed or failed run left behind, and say in words what its errors mean."""
    medcloud = str(Path(sys.executable).with_name("medcloud"))
    command = [medcloud, "recover", "--stack", session.stack, "-C", str(session.project), *words]
    if subprocess.run(command, env=session.env, check=False).returncode:
        raise StackFailed("请先按上文核对 / settle the above first")


def _session(region_file: Path, stack: str) -> Session:
    os.environ.update(exports(tool("labs.openstack", "env")))
    session = Session(region_file, stack)
    _recover(session)  # first: a killed run may have left what no other command can read
    session.configure()
    return session


def placeholder_clouds(plan: RegionPlan) -> str:
    """A clouds.yaml with the names of the region file and an address nobody listens on."""
    names = {name for c in plan.centres for name in (c.location.cloud, c.location.admin)}
    auth = {
        "auth_url": "http://127.0.0.1:1/v3",
        "username": "preview",
        "password": "",
        "project_name": "preview",
    }
    auth |= {"user_domain_name": "Default", "project_domain_name": "Default"}
    return json.dumps({"clouds": {name: {"auth": auth} for name in sorted(names)}})
