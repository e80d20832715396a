"""The files of a region: the one a person writes, and the lock file that medcloud keeps beside it."""

from medcloud.region_files.checking import checked
from medcloud.region_files.confirming import (
    CONFIRM_FORMAT,
    ConfirmationsRefused,
    Confirmed,
    confirm_path,
    read_confirmed,
)
from medcloud.region_files.facts import facts_of
from medcloud.region_files.git import RevisionUnreadable
from medcloud.region_files.opening import Opened, inspect, open_plan
from medcloud.region_files.paths import lock_path
from medcloud.region_files.proving import MODES, lacking
from medcloud.region_files.resolving import Resolution, resolve
from medcloud.region_files.revisions import (
    Side,
    confirmed_in,
    fork_of,
    has_file,
    in_revision,
    on_disk,
)

__all__ = [
    "CONFIRM_FORMAT",
    "MODES",
    "ConfirmationsRefused",
    "Confirmed",
    "Opened",
    "Resolution",
    "RevisionUnreadable",
    "Side",
    "checked",
    "confirm_path",
    "confirmed_in",
    "facts_of",
    "fork_of",
    "has_file",
    "in_revision",
    "inspect",
    "lacking",
    "lock_path",
    "on_disk",
    "open_plan",
    "read_confirmed",
    "resolve",
]
