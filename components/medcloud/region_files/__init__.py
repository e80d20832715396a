"""The files of a region: the one a person writes, and the lock file that medcloud keeps beside it."""

from medcloud.region_files.checking import Checked, checked, checked_with_waivers
from medcloud.region_files.confirming import (
    CONFIRM_FORMAT,
    ConfirmationsRefused,
    Confirmed,
    confirm_path,
    read_confirmed,
)
from medcloud.region_files.facts import facts_of
from medcloud.region_files.git import RevisionUnreadable
from medcloud.region_files.importing import ImportRefused, LockImport, import_lock
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
from medcloud.region_files.waiving import ending, read_region, trust_path, waived_in, waivers_path

__all__ = [
    "CONFIRM_FORMAT",
    "MODES",
    "Checked",
    "ConfirmationsRefused",
    "Confirmed",
    "ImportRefused",
    "LockImport",
    "Opened",
    "Resolution",
    "RevisionUnreadable",
    "Side",
    "checked",
    "checked_with_waivers",
    "confirm_path",
    "confirmed_in",
    "ending",
    "facts_of",
    "fork_of",
    "has_file",
    "import_lock",
    "in_revision",
    "inspect",
    "lacking",
    "lock_path",
    "on_disk",
    "open_plan",
    "read_confirmed",
    "read_region",
    "resolve",
    "trust_path",
    "waived_in",
    "waivers_path",
]
