"""The files of a region: the one a person writes, and the lock file that medcloud keeps beside it."""

from medcloud.workspace.opening import Opened, inspect, open_plan
from medcloud.workspace.paths import lock_path
from medcloud.workspace.resolving import Resolution, resolve

__all__ = ["Opened", "Resolution", "inspect", "lock_path", "open_plan", "resolve"]
