"""Starting the process that boots a host, of whatever kind."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

from tools.hostlab import network
from tools.hostlab.place import Place
from tools.hostlab.spec import Spec


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
