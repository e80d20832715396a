"""One preview: plain `pulumi` from PATH, with the pack, its events written to a file."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from medcloud.plan.region import RegionPlan
from medcloud.review.errors import ReviewFailed
from medcloud.review.masking import masked
from medcloud.review.run import folders, placeholders

_NO_ENGINE = (
    "PATH 中没有 pulumi；请先安装（本仓库：make engines）/ "
    "no pulumi on PATH; install it (in this repository: make engines)"
)


@dataclass(frozen=True)
class Job:
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


def made(job: Job) -> tuple[str, str]:
    """The event log of a preview, and what the engine said if it failed; ReviewFailed when no log came."""
    with tempfile.TemporaryDirectory(prefix="medcloud-review-") as name:
        scratch = Path(name)
        log = scratch / "events.json"
        env = _env(job, scratch)
        folder = _folder(job, scratch, env)
        packs = job.packs or (folders.own_pack(scratch / "pack"),)
        words = ["preview", "--event-log", str(log), "--suppress-outputs", "--non-interactive"]
        words += [word for pack in packs for word in ("--policy-pack", str(pack.resolve()))]
        done = _pulumi(folder, env, *words, *(["--stack", job.stack] if job.stack else []))
        text = log.read_text("utf-8", "replace") if log.exists() else ""
        said = masked((done.stderr + done.stdout).strip())
        if not text.strip():
            raise ReviewFailed(f"pulumi preview: {said or done.returncode}")
        return text, said if done.returncode else ""


def _env(job: Job, scratch: Path) -> Mapping[str, str]:
    env = {
        **os.environ,
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath))),
        "PULUMI_DEBUG_COMMANDS": "true",  # --event-log is a debugging flag, though its form is public
        "PULUMI_SKIP_CHECKPOINTS": "true",  # a preview need not save its state after every resource
        "PULUMI_SKIP_UPDATE_CHECK": "true",
    }
    if not job.stack:
        state = scratch / "state"
        state.mkdir()
        env |= {"PULUMI_BACKEND_URL": state.as_uri(), "PULUMI_CONFIG_PASSPHRASE": secrets.token_urlsafe(32)}
        env.pop("PULUMI_CONFIG_PASSPHRASE_FILE", None)
        clouds = scratch / "clouds.yaml"
        names = placeholders.cloud_names(job.plan) if job.plan else set()
        clouds.write_text(placeholders.clouds({*names, env.get("OS_CLOUD", "review")}), "utf-8")
        env |= {"OS_CLIENT_CONFIG_FILE": str(clouds)}
        if "OS_CLOUD" not in env:
            env.setdefault("OS_AUTH_URL", placeholders.NOWHERE)
    return env


def _folder(job: Job, scratch: Path, env: Mapping[str, str]) -> Path:
    """The folder to preview in; a stack that is thrown away is made and set up."""
    if job.stack:
        if job.project is None:
            raise ReviewFailed("--stack 须与 -C 同用 / --stack needs -C, the folder with Pulumi.yaml")
        return job.project
    program = job.project or folders.own_program(scratch / "program")
    folder = folders.aside(program, scratch / "project")
    stack = job.plan.id if job.plan else "review"
    _ask(folder, env, "stack", "init", stack)
    for key, value in job.settings.items():
        _ask(folder, env, "config", "set", key, value)
    if job.region_file and job.plan:
        _ask(folder, env, "config", "set", "medcloud:region", str(job.region_file.resolve()))
        _ask(folder, env, "config", "set", "medcloud:offline", "true")
        for key, value in placeholders.stack_secrets(job.plan.domain.rstrip(".")).items():
            _ask(folder, env, "config", "set", "--secret", key, given=value)
    return folder


def _ask(folder: Path, env: Mapping[str, str], *words: str, given: str = "") -> None:
    done = _pulumi(folder, env, *words, given=given)
    if done.returncode:
        raise ReviewFailed(f"pulumi {words[0]} {words[1]}: {masked(done.stderr or done.stdout)}")


def _pulumi(
    folder: Path, env: Mapping[str, str], *words: str, given: str = ""
) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            ["pulumi", "-C", str(folder), *words],
            env=dict(env),
            input=given,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        raise ReviewFailed(_NO_ENGINE) from None
