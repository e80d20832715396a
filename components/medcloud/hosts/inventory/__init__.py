"""Which hosts there are and how they are reached: out of a hosts file or a stack's outputs."""

from medcloud.hosts.inventory.entry import HostEntry
from medcloud.hosts.inventory.hosts_file import read_hosts
from medcloud.hosts.inventory.pyinfra_data import groups, names_data

__all__ = ["HostEntry", "groups", "names_data", "read_hosts"]
