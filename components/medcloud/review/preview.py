"""One preview with the pack, its events written to a file; the one part of a review that starts processes."""

from __future__ import annotations

import os
import secrets
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from medcloud import __version__
from medcloud.engine import placeholders, projects
from medcloud.engine.errors import EngineFailed
from medcloud.engine.stack import Stack
from medcloud.plan.region import RegionPlan
from medcloud.review.errors import ReviewFailed
from medcloud.review.masking import masked
from medcloud.review.pack_settings import pack_words
from medcloud.text import Text

_PROGRAM = """\
import pulumi
from medcloud.cloud import Region

Region.from_file(pulumi.Config("medcloud").require("region"))
"""
_PACK = "from medcloud_policies.serve.server import serve\n\nserve()\n"


@dataclass(frozen=True)
class Preview:
    """What to preview."""

    project: Path | None
    """Folder with Pulumi.yaml; None: a program that makes the region file's region."""
    stack: str
    """A stack of the environment's backend; empty: a new one that is thrown away, and no cloud is asked."""
    region_file: Path | None
    plan: RegionPlan | None
    """The region file's plan, for the names of its clouds."""
    packs: tuple[Path, ...]
    """Folders with PulumiPolicy.yaml; none: medcloud's own pack."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """Plain settings of a stack that is thrown away, such as ``medcloud:waivers``."""


def run_preview(preview: Preview) -> tuple[str, str]:
    """The event log of a preview, and what the engine said if it failed; ReviewFailed when no log came."""
    with tempfile.TemporaryDirectory(prefix="medcloud-review-") as name:
        scratch = Path(name)
        log = scratch / "events.json"
        try:
            stack = _stack(preview, scratch)
            packs = preview.packs or (
                projects.write(scratch / "pack", "PulumiPolicy.yaml", _PACK, version=__version__),
            )
            words = [word for pack in packs for word in ("--policy-pack", str(pack.resolve()))]
            if preview.plan and not preview.packs:
                words += pack_words(preview.plan, scratch)
            done = stack.run("preview", "--event-log", str(log), "--suppress-outputs", *words)
        except EngineFailed as failed:
            raise ReviewFailed(masked(str(failed))) from None
        text = log.read_text("utf-8", "replace") if log.exists() else ""
        said = masked((done.stderr + done.stdout).strip())
        if not text.strip():
            raise ReviewFailed(f"pulumi preview: {said or done.returncode}")
        return text, said if done.returncode else ""


def _stack(preview: Preview, scratch: Path) -> Stack:
    """The stack to preview; one that is thrown away is made and set up."""
    env = _env(preview, scratch)
    if preview.stack:
        if preview.project is None:
            raise ReviewFailed(Text("--stack 须与 -C 同用", "--stack needs -C, the folder with Pulumi.yaml"))
        return Stack(preview.project, preview.stack, env)
    program = preview.project or projects.write(scratch / "program", "Pulumi.yaml", _PROGRAM)
    folder = projects.aside(program, scratch / "project")
    stack = Stack(folder, preview.plan.id if preview.plan else "review", env)
    stack.ask("stack", "init")
    for key, value in preview.settings.items():
        stack.set(key, value)
    if preview.region_file and preview.plan:
        stack.set("medcloud:region", str(preview.region_file.resolve()))
        stack.set("medcloud:offline", "true")
        for key, value in placeholders.stack_secrets(preview.plan.domain.rstrip(".")).items():
            stack.set_secret(key, value)
    return stack


def _env(preview: Preview, scratch: Path) -> Mapping[str, str]:
    env = {
        **os.environ,
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath))),
        "PULUMI_SKIP_CHECKPOINTS": "true",  # a preview need not save its state after every resource
    }
    if not preview.stack:
        state = scratch / "state"
        state.mkdir()
        env |= {"PULUMI_BACKEND_URL": state.as_uri(), "PULUMI_CONFIG_PASSPHRASE": secrets.token_urlsafe(32)}
        env.pop("PULUMI_CONFIG_PASSPHRASE_FILE", None)
        clouds = scratch / "clouds.yaml"
        names = preview.plan.clouds if preview.plan else ()
        clouds.write_text(placeholders.clouds({*names, env.get("OS_CLOUD", "review")}), "utf-8")
        env |= {"OS_CLIENT_CONFIG_FILE": str(clouds)}
        if "OS_CLOUD" not in env:
            env.setdefault("OS_AUTH_URL", placeholders.NOWHERE)
    return env
