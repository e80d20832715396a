"""The state of a host: as a pyinfra fact, and over a connection."""

from __future__ import annotations

import shlex

from pyinfra.api.command import StringCommand
from pyinfra.api.facts import FactBase

from medcloud.hosts.apply.connection import Connection
from medcloud.hosts.controls import catalogue
from medcloud.hosts.errors import HostFailed
from medcloud.hosts.state import HostState, parse, script
from medcloud.text import Text


class HostFacts(FactBase[HostState]):
    """Everything that the controls look at, in one round trip."""

    def command(self) -> StringCommand:
        """The script, for a shell of the host."""
        return StringCommand("sh", "-c", shlex.quote(script(catalogue.asked())))

    def process(self, output: list[str]) -> HostState:
        """The state."""
        return parse("\n".join(output), catalogue.asked())


def gather(connection: Connection) -> HostState:
    """The state over a connection; HostFailed when it could not be had or the connection is not root's."""
    asked = catalogue.asked()
    ran = connection.sh(script(asked))
    if not ran.good:
        raise HostFailed(
            Text(f"不能采集: {ran.err.strip() or '-'}", f"could not be looked at: {ran.err.strip() or '-'}")
        )
    state = parse(ran.out, asked)
    if state.identity.get("uid") != "0":
        raise HostFailed(Text("须为 root 或可 sudo", "must be root or may use sudo"))
    return state
