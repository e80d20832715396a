"""Starting the process that boots a host, of whatever kind."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence

from labs.hosts import members, network
from labs.hosts.place import Folders
from labs.hosts.spec import Spec


def launch(where: Folders, host: Spec, words: Sequence[str]) -> None:
    """Start what boots a host, in its network and with mounts and a session of its own.

    Returns when it is in that network: from then on a host that nobody is in has ended.
    """
    net = where.net(host.name)
    with (where.host(host.name) / "log").open("ab") as log:
        child = subprocess.Popen(
            [*network.enter(net), "unshare", "--mount", *words],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    while child.poll() is None and not members.is_in(net, child.pid):
        time.sleep(0.01)
