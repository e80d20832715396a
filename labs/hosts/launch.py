"""Starting the process that boots a host, of whatever kind."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

from labs.hosts import network
from labs.hosts.place import Place
from labs.hosts.spec import Spec


def launch(where: Place, host: Spec, words: Sequence[str]) -> None:
    """Start what boots a host, in its network and with mounts and a session of its own."""
    with (where.host(host.name) / "log").open("ab") as log:
        subprocess.Popen(
            [*network.enter(where.net(host.name)), "unshare", "--mount", *words],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
