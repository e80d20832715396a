"""Which hosts there are and how they are reached: out of a hosts file or a stack's outputs."""

from .entry import HostEntry
from .hosts_file import read_hosts
from .pyinfra_data import groups, names_data

__all__ = ["HostEntry", "groups", "names_data", "read_hosts"]
