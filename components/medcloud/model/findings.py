"""What a region file is refused with."""

from __future__ import annotations

from medcloud.text import Refusal


class RegionError(Refusal):
    """A region file that cannot be used; ``findings`` holds everything that is wrong, in file order."""


class RegionRefused(RegionError):
    """The file can be read, but what it says is refused."""


class RegionUnreadable(RegionError):
    """The file is not there, or is not YAML that can be read."""

    exit_code = 2
