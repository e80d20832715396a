"""What ``make prove`` found: which test fails when a decider is switched off, and of which state of the code.

The newest run is in the working copy; the one that was released with the code is a data file of this package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from medcloud.matrix import digests
from medcloud.matrix.decider import Decider
from medcloud.matrix.results import read

RUN = Path(".medcloud") / "prove.json"
RELEASED = Path(__file__).parent / "data" / "proved.json"

State = Literal["noticed", "unnoticed", "stale", "unproven"]


@dataclass(frozen=True)
class Proof:
    """What is known of one decider and one of its items."""

    decider: Decider
    item: str
    state: State
    """Unnoticed: switched off, and no test with the item's mark failed. Unproven: never switched off.
    Stale: the decider's file or the test's has changed since."""
    test: str = ""
    """The test that noticed."""


class Record:
    """The proofs that there are, newest first."""

    def __init__(self, root: Path | None) -> None:
        self._root = root
        runs = [read(RELEASED)] if root is None else [read(root / RUN), read(RELEASED)]
        self._runs = [_deciders(run) for run in runs]
        self.code = next((str(run["code"]) for run in runs if run.get("code")), "")
        """Digest of the code that the newest run saw; empty: there was none."""

    def proof(self, decider: Decider, item: str) -> Proof:
        """The best that is known: a fresh proof counts before a stale one."""
        found = [self._proof(run[decider.key], decider, item) for run in self._runs if decider.key in run]
        fresh = [proof for proof in found if proof.state != "stale"]
        return (fresh or found or [Proof(decider, item, "unproven")])[0]

    def _proof(self, said: Mapping[str, Any], decider: Decider, item: str) -> Proof:
        if said.get("file") != digests.of_module(decider.module):
            return Proof(decider, item, "stale")
        by = said.get("by", {}).get(item)
        if not by:
            return Proof(decider, item, "unnoticed")
        test, digest = str(by["test"]), by["file"]
        file = test.partition("::")[0]
        changed = self._root is not None and digests.of_file(self._root / file) != digest
        return Proof(decider, item, "stale" if changed else "noticed", test)


def _deciders(run: Mapping[str, Any]) -> Mapping[str, Any]:
    found = run.get("deciders")
    return found if isinstance(found, dict) else {}
