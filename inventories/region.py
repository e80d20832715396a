"""A region's hosts, in the file MEDCLOUD_HOSTS: `pulumi -C stacks/region stack output hosts --json > FILE`.

Groups: centre_…, role_…, workload_…, level_…, isa_…, system_….
"""

import os
from pathlib import Path

from medcloud.hosts.inventory import groups, names_data, read_hosts

_entries = read_hosts(Path(os.environ["MEDCLOUD_HOSTS"]))
hosts = names_data(_entries)
globals().update(groups(_entries))
