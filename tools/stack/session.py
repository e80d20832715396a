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
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "stacks" / "region"
PACK = ROOT / "policies"


class StackFailed(Exception):
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


@dataclass(frozen=True)
class Session:
    """A region file and the stack of the same name."""

    region_file: Path
    stack: str
    home: Path = ROOT / ".medcloud"
    project: Path = PROGRAM

    @cached_property
    def env(self) -> dict[str, str]:
        """The whole environment of `pulumi`."""
        return {**os.environ, **exports(tool("tools.engines", "env")), **backend_env(self.home)}

    def pulumi(self, *words: str, check: bool = True, **more: str) -> int:
        """Run `pulumi` in the program's folder, its output going to the terminal; the exit code."""
        done = subprocess.run(
            ["pulumi", "-C", str(self.project), *words], env={**self.env, **more}, check=False
        )
        if check and done.returncode:
            raise StackFailed(f"pulumi {words[0]}: exit {done.returncode}")
        return done.returncode

    def ask(self, *words: str, **more: str) -> str:
        """The output of a `pulumi` command."""
        done = subprocess.run(
            ["pulumi", "-C", str(self.project), *words],
            env={**self.env, **more},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise StackFailed(done.stderr.strip() or f"pulumi {words[0]}: exit {done.returncode}")
        return done.stdout

    def aside(self, folder: Path) -> Session:
        """The same program as a project of its own in `folder`; the checkout keeps its own settings.

        Those that are not secret hold here too: a preview asks for the waivers and evidence that `up` will.
        """
        text = (self.project / "Pulumi.yaml").read_text(encoding="utf-8")
        (folder / "Pulumi.yaml").write_text(f"{text}main: {self.project}\n", encoding="utf-8")
        session = Session(self.region_file, self.stack, folder, folder)
        settings = self._plain_settings()
        if settings:
            session.ask("stack", "select", "--create", "--stack", self.stack)
            words = [word for key, value in settings.items() for word in ("--plaintext", f"{key}={value}")]
            session.ask("config", "set-all", "--stack", self.stack, *words)
        return session

    def _plain_settings(self) -> dict[str, str]:
        """What the stack's settings file says in clear."""
        path = self.project / f"Pulumi.{self.stack}.yaml"
        if not path.is_file():
            return {}
        found = (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("config") or {}
        return {key: str(value) for key, value in found.items() if isinstance(value, str | int | bool)}

    def configure(self) -> None:
        """Select the stack, making it on first use, and name its region file."""
        self.ask("stack", "select", "--create", "--stack", self.stack)
        self.ask("config", "set", "medcloud:region", str(self.region_file), "--stack", self.stack)
