"""Where a lab keeps its things: a directory a checkout under the cache, and what is shared beside it."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
DRIVERS = Path(__file__).with_name("drivers")
LOCK_FILE = CHECKOUT / "requirements" / "lab.lock"


def cache_root() -> Path:
    """$MEDCLOUD_CACHE, else $XDG_CACHE_HOME/medcloud, else ~/.cache/medcloud."""
    if own := os.environ.get("MEDCLOUD_CACHE"):
        return Path(own).absolute()
    if xdg := os.environ.get("XDG_CACHE_HOME"):
        return Path(xdg).absolute() / "medcloud"
    return Path.home() / ".cache" / "medcloud"


@dataclass(frozen=True)
class Place:
    """The directories of one checkout's lab."""

    home: Path  # kept after `down`: remembered ports, snapshot
    run: Path  # everything else; removed by `down`

    @property
    def log(self) -> Path:
        """One log file a service."""
        return self.run / "log"

    @property
    def etc(self) -> Path:
        """Configuration, etc/<region>/<project>."""
        return self.run / "etc"

    @property
    def clouds(self) -> Path:
        """The clouds.yaml for clients."""
        return self.run / "clouds.yaml"


def of(checkout: Path = CHECKOUT) -> Place:
    """The place of a checkout's lab."""
    digest = hashlib.sha256(str(checkout).encode()).hexdigest()[:12]
    home = cache_root() / "lab" / digest
    return Place(home, home / "run")
