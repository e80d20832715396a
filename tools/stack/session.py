"""One stack of one region: where its state lies, and the environment in which plain `pulumi` runs.

State is a file backend in the checkout with a passphrase that is made once and kept at mode 0600. A team sets
MEDCLOUD_BACKEND to its own backend (`s3://…`, `postgres://…`, see docs/state.md).
"""

from __future__ import annotations

import os
import secrets
import shlex
import subprocess
import sys
from pathlib import Path

from medcloud.engine import projects
from medcloud.engine.placeholders import stack_secrets
from medcloud.engine.stack import Stack
from medcloud.text import Refusal

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "stacks" / "region"
PACK = ROOT / "policies"


class StackFailed(Refusal):
    """A step did not succeed; the message is for people and complete."""


def exports(text: str) -> dict[str, str]:
    """The variables of `export NAME=value` lines."""
    lines = (shlex.split(line) for line in text.splitlines() if line.startswith("export "))
    return {name: os.path.expandvars(value) for name, value in (pair.split("=", 1) for _, pair in lines)}


def tool(*words: str) -> str:
    """The output of `python -m tools.…`."""
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise StackFailed(done.stderr.strip() or f"{' '.join(words)}: exit {done.returncode}")
    return done.stdout


def passphrase_file(home: Path) -> Path:
    """The passphrase of the state's secrets: made once, readable by its owner only."""
    path = home / "passphrase"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = home / f"passphrase.{os.getpid()}"
        draft.touch(mode=0o600, exist_ok=False)
        draft.write_text(secrets.token_urlsafe(32), encoding="utf-8")
        try:
            os.link(draft, path)  # whoever is first wins; a passphrase is never replaced
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path


def backend_env(home: Path = ROOT / ".medcloud") -> dict[str, str]:
    """Backend and passphrase, for `eval` or a subprocess."""
    passphrase = passphrase_file(home)
    state = home / "state"
    state.mkdir(parents=True, exist_ok=True, mode=0o700)
    return {
        "PULUMI_BACKEND_URL": os.environ.get("MEDCLOUD_BACKEND", f"file://{state}"),
        "PULUMI_CONFIG_PASSPHRASE_FILE": str(passphrase),
        # a second copy of the state at every step; the first is replaced in one stroke anyway
        "PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS": "true",
    }


def open_stack(name: str, program: Path = PROGRAM, home: Path = ROOT / ".medcloud") -> Stack:
    """The stack of that name, its state under `home`; it need not exist yet."""
    env = {**os.environ, **exports(tool("tools.engines", "env")), **backend_env(home)}
    return Stack(program, name, env)


def open_aside(name: str, folder: Path, program: Path = PROGRAM) -> Stack:
    """The same stack of the same program, made anew in `folder`; the checkout keeps its own settings.

    Those that are not secret hold here too: a preview asks for the waivers and evidence that `up` will.
    """
    beside = open_stack(name, projects.aside(program, folder), folder)
    beside.select()
    for key, value in projects.plain_settings(program, name).items():
        beside.set(key, value)
    return beside


def configure(stack: Stack, region_file: Path) -> None:
    """Select the stack, making it on first use, and name its region file."""
    stack.select()
    stack.set("medcloud:region", str(region_file))


def provide_secrets(stack: Stack, domain: str) -> None:
    """Set the secrets that the operator has not given: a certificate of our own signature, a link key."""
    have = stack.settings()
    made = stack_secrets(domain)
    if "medcloud:certificate" in have:
        del made["medcloud:certificate"], made["medcloud:certificateKey"]
    for key in made.keys() - have:
        stack.set_secret(key, made[key])
