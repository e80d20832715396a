"""What a host is like, asked in one round trip that changes nothing.

``script(reads, rights)`` is the shell text, ``parse(text)`` makes a HostState of what it printed.
One probe a file in ``probes/``: a few lines of POSIX sh whose output is one section.
"""

from medcloud.hosts.state.facts import Account, HostFile, Module, Mount, Rights, Scan, Socket, Unit, Unknown
from medcloud.hosts.state.host_state import HostState, Section
from medcloud.hosts.state.parse import parse
from medcloud.hosts.state.script import script

__all__ = [
    "Account",
    "HostFile",
    "HostState",
    "Module",
    "Mount",
    "Rights",
    "Scan",
    "Section",
    "Socket",
    "Unit",
    "Unknown",
    "parse",
    "script",
]
