"""What a host of the lab is: chosen by `up`, written into its folder, read by everything else."""

from __future__ import annotations

import ipaddress
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from labs.hosts.place import Folders

NETWORK = ipaddress.ip_network("10.88.0.0/16")
NETWORK6 = ipaddress.ip_network("fd88::/64")
GATEWAY = NETWORK[-2]
GATEWAY6 = NETWORK6[-2]
FILE = "spec.json"


@dataclass(frozen=True)
class Spec:
    """One host. `kind` is namespace, uml or emulator; `index` (from 1) gives its addresses."""

    name: str
    system: str
    kind: str
    index: int

    @property
    def address(self) -> str:
        """IPv4 address, without the prefix."""
        return str(NETWORK[self.index])

    @property
    def address6(self) -> str:
        """IPv6 address, without the prefix."""
        return str(NETWORK6[self.index])

    def save(self, folder: Path) -> None:
        """Write it into the host's folder."""
        (folder / FILE).write_text(json.dumps(asdict(self)), encoding="utf-8")


def load(where: Folders) -> list[Spec]:
    """The hosts a lab has, running or not, in the order of their index."""
    files = (where.home / "hosts").glob(f"*/{FILE}")
    return sorted((Spec(**json.loads(f.read_text("utf-8"))) for f in files), key=lambda spec: spec.index)
