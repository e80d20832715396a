"""A pytest plugin: one emulated host for all tests that need one. A boot takes it a minute and more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from labs.hosts.api import LabHost
from labs.hosts.place import Folders
from tests.labs.hosts.lab import lab

SYSTEM = "anolis-8"


@dataclass
class Emulated:
    """The host, alone in its lab, and whether it is as it was made."""

    where: Folders
    host: LabHost
    pristine: bool = True

    def reset(self) -> None:
        """Make it as it was made, if it is not."""
        if not self.pristine:
            self.host.reset()
        self.pristine = True


@pytest.fixture(scope="session")
def emulated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emulated]:
    """Who changes the host says so, who needs it pristine resets it."""
    with lab(tmp_path_factory.mktemp("checkout"), [(SYSTEM, "emulator")]) as (where, (only,)):
        yield Emulated(where, only)
