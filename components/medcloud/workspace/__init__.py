"""The files of a region: the one a person writes, and the lock file that medcloud keeps beside it."""

from medcloud.workspace.facts import facts_of
from medcloud.workspace.opening import Opened, inspect, open_plan
from medcloud.workspace.paths import lock_path
from medcloud.workspace.proving import MODES, lacking
from medcloud.workspace.resolving import Resolution, resolve

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
