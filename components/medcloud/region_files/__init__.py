"""The files of a region: the one a person writes, and the lock file that medcloud keeps beside it."""

from medcloud.region_files.facts import facts_of
from medcloud.region_files.opening import Opened, inspect, open_plan
from medcloud.region_files.paths import lock_path
from medcloud.region_files.proving import MODES, lacking
from medcloud.region_files.resolving import Resolution, resolve

__all__ = [
    "MODES",
    "Opened",
    "Resolution",
    "facts_of",
    "inspect",
    "lacking",
    "lock_path",
    "open_plan",
    "resolve",
]
