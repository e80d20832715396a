"""Where a lab keeps its things: a directory a checkout under the cache, and what is shared beside it."""

from dataclasses import dataclass
from pathlib import Path

from labs.base import cache
from labs.base.cache import CHECKOUT

DRIVERS = Path(__file__).with_name("drivers")
LOCK_FILE = CHECKOUT / "requirements" / "lab.lock"


@dataclass(frozen=True)
class Folders:
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


def of(checkout: Path = CHECKOUT) -> Folders:
    """The place of a checkout's lab."""
    home = cache.root() / "lab" / cache.of_checkout(checkout)
    return Folders(home, home / "run")
