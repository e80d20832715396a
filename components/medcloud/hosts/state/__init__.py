"""What a host is like, asked in one round trip that changes nothing.

``script(asked)`` is the shell text, ``parse(text, asked)`` makes a HostState of what it printed.
One probe a file in ``probes/``: a few lines of POSIX sh whose output is one section.
"""

from medcloud.hosts.state.asked import Asked, covered
from medcloud.hosts.state.facts import Account, HostFile, Module, Mount, Rights, Scan, Socket, Unit, Unknown
from medcloud.hosts.state.host_state import HostState, Section
from medcloud.hosts.state.parse import parse
from medcloud.hosts.state.script import script

__all__ = [
    "Account",
    "Asked",
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
    "covered",
    "parse",
    "script",
]
