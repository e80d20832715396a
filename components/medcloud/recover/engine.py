"""The Pulumi command line, as far as a recovery needs it."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from medcloud.recover.errors import RecoverFailed


@dataclass(frozen=True)
class Engine:
    """`pulumi` from PATH, for one stack of one program; backend and passphrase come from the environment."""

    program: Path
    """The folder with Pulumi.yaml."""
    stack: str

    def run(self, *words: str) -> str:
        """The output of a command. RecoverFailed carries what it said when it does not succeed."""
        command = ["pulumi", "-C", str(self.program), *words, "--stack", self.stack]
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
            )
        except FileNotFoundError as absent:
            raise RecoverFailed("没有 pulumi，请运行 make engines / no pulumi: run make engines") from absent
        if done.returncode:
            raise RecoverFailed(
                (done.stderr + done.stdout).strip() or f"pulumi {words[0]}: {done.returncode}"
            )
        return done.stdout

    def export(self, *, show_secrets: bool = False) -> dict[str, Any]:
        """The state, empty when the stack was never made; secrets encrypted unless shown.

        It is never written to disk with secrets shown.
        """
        try:
            text = self.run("stack", "export", *(["--show-secrets"] if show_secrets else []))
        except RecoverFailed as failed:
            if "no stack named" in str(failed):
                return {}
            raise
        exported: dict[str, Any] = json.loads(text)
        return exported

    def replace(self, document: dict[str, Any]) -> None:
        """Put an edited state in place of the present one."""
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "state.json"
            path.touch(mode=0o600)
            path.write_text(json.dumps(document), encoding="utf-8")
            self.run("stack", "import", "--file", str(path))

    def refresh(self, urns: Sequence[str]) -> None:
        """Read these resources from their control planes; those that are gone leave the state."""
        targets = [word for urn in urns for word in ("--target", urn)]
        self.run("refresh", "--yes", "--skip-preview", "--non-interactive", *targets)

    def cancel(self) -> None:
        """Release whatever holds the stack."""
        self.run("cancel", "--yes")
