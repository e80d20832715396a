"""The state of a host: as a pyinfra fact, and over a link."""

from __future__ import annotations

import shlex

from pyinfra.api.command import StringCommand
from pyinfra.api.facts import FactBase

from medcloud.hosts import catalogue
from medcloud.hosts.apply.link import Link
from medcloud.hosts.errors import HostFailed
from medcloud.hosts.state import HostState, parse, script


class HostFacts(FactBase[HostState]):
    """Everything that the controls look at, in one round trip."""

    def command(self) -> StringCommand:
        """The script, for a shell of the host."""
        return StringCommand("sh", "-c", shlex.quote(script(*catalogue.reads())))

    def process(self, output: list[str]) -> HostState:
        """The state."""
        return parse("\n".join(output))


def gather(link: Link) -> HostState:
    """The state over a link; HostFailed when it could not be had or the link is not root's."""
    said = link.sh(script(*catalogue.reads()))
    if not said.good:
        raise HostFailed(f"不能采集 / could not be looked at: {said.err.strip() or '-'}")
    state = parse(said.out)
    if state.identity.get("uid") != "0":
        raise HostFailed("须为 root 或可 sudo / must be root or may use sudo")
    return state
