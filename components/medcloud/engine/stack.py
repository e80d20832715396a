"""A stack's commands: plain `pulumi` from PATH, for the stack of a program."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from medcloud.engine import projects
from medcloud.engine.errors import EngineFailed
from medcloud.text import Text

_NO_ENGINE = Text(
    "PATH 中没有 pulumi；请先安装（本仓库：make engines）",
    "no pulumi on PATH; install it (in this repository: make engines)",
)


@dataclass(frozen=True)
class Stack:
    """One stack of one program."""

    folder: Path
    """With Pulumi.yaml."""
    name: str
    env: Mapping[str, str] | None = None
    """Where backend, passphrase and clouds are said; None: this process's environment."""
    limit: float | None = None
    """Seconds for one command, then subprocess.TimeoutExpired; None: as long as it takes."""

    def run(
        self, *words: str, given: str = "", variables: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run `pulumi WORDS`, whatever comes of it, with the text `given` as its input."""
        try:
            return subprocess.run(
                [*self._command(words), "--non-interactive"],
                env={**self.environment, **(variables or {})},
                input=given,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=self.limit,
                check=False,
            )
        except FileNotFoundError:
            raise EngineFailed(_NO_ENGINE) from None

    def ask(self, *words: str, given: str = "", variables: Mapping[str, str] | None = None) -> str:
        """The output of a command. EngineFailed carries what it said when it does not succeed."""
        done = self.run(*words, given=given, variables=variables)
        if done.returncode:
            said = (done.stderr + done.stdout).strip()
            raise EngineFailed(said or f"pulumi {words[0]}: exit {done.returncode}")
        return done.stdout

    def show(self, *words: str, variables: Mapping[str, str] | None = None) -> int:
        """Run a command with its output going to the terminal; its exit code."""
        try:
            return subprocess.run(
                self._command(words), env={**self.environment, **(variables or {})}, check=False
            ).returncode
        except FileNotFoundError:
            raise EngineFailed(_NO_ENGINE) from None

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Run a command in the background, leader of a process group, its errors among its output."""
        try:
            return subprocess.Popen(
                [*self._command(words), "--non-interactive"],
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                start_new_session=True,
            )
        except FileNotFoundError:
            raise EngineFailed(_NO_ENGINE) from None

    @property
    def environment(self) -> dict[str, str]:
        """Of all its commands; an event log is a debugging option, though its form is public."""
        given = os.environ if self.env is None else self.env
        return {**given, "PULUMI_DEBUG_COMMANDS": "true", "PULUMI_SKIP_UPDATE_CHECK": "true"}

    @property
    def place(self) -> tuple[str, str, str]:
        """Backend, project and stack: where its files are, if it is a file backend that has them."""
        return self.environment.get("PULUMI_BACKEND_URL", ""), projects.name(self.folder), self.name

    def select(self) -> None:
        """Make it the one that `pulumi` means in this folder, and make it at all on first use."""
        self.ask("stack", "select", "--create")

    def set(self, key: str, value: str) -> None:
        """A plain setting, ``namespace:key``."""
        self.ask("config", "set", "--plaintext", key, value)

    def set_secret(self, key: str, value: str) -> None:
        """A secret setting; it goes in by standard input, never as a word that others could read."""
        self.ask("config", "set", "--secret", key, given=value)

    def settings(self) -> frozenset[str]:
        """The keys that are set."""
        return frozenset(json.loads(self.ask("config", "--json")))

    def outputs(self) -> dict[str, Any]:
        """What the program exported, secrets in clear."""
        return dict(json.loads(self.ask("stack", "output", "--json", "--show-secrets")))

    def export(self, *, show_secrets: bool = False) -> dict[str, Any]:
        """The state, empty when the stack was never made; secrets encrypted unless shown.

        It is never written to disk with secrets shown.
        """
        try:
            text = self.ask("stack", "export", *(["--show-secrets"] if show_secrets else []))
        except EngineFailed as failed:
            if "no stack named" in str(failed):
                return {}
            raise
        exported: dict[str, Any] = json.loads(text)
        return exported

    def resources(self) -> list[dict[str, Any]]:
        """The resources of the state, in its order; none when the stack was never made."""
        return list((self.export().get("deployment") or {}).get("resources") or [])

    def replace(self, document: Mapping[str, Any]) -> None:
        """Put an edited state in place of the present one."""
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "state.json"
            path.touch(mode=0o600)
            path.write_text(json.dumps(document), encoding="utf-8")
            self.ask("stack", "import", "--file", str(path))

    def refresh(self, urns: Sequence[str] = ()) -> None:
        """Read these resources, or all, from their control planes; those that are gone leave the state."""
        targets = [word for urn in urns for word in ("--target", urn)]
        self.ask("refresh", "--yes", "--skip-preview", *targets)

    def cancel(self) -> None:
        """Release whatever holds the stack."""
        self.ask("cancel", "--yes")

    def _command(self, words: Sequence[str]) -> list[str]:
        return ["pulumi", "-C", str(self.folder), *words, "--stack", self.name]
