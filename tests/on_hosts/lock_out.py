"""A change that passes every check and shuts the operator out.

`python -m tests.on_hosts.lock_out FILE NAME [MARK]`
Prints why it was not made. With a third word, the file that it touches when sshd has been told, this waits
there to be killed: the host is then alone.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from gevent import monkey  # type: ignore[import-untyped]

monkey.patch_all()  # before paramiko, as medcloud.cli does

from medcloud.hosts.apply import transaction  # noqa: E402
from medcloud.hosts.apply.connection import Connection  # noqa: E402
from medcloud.hosts.change.overlay import Action, Overlay  # noqa: E402
from medcloud.hosts.errors import HostFailed  # noqa: E402
from medcloud.hosts.inventory import HostEntry, read_hosts  # noqa: E402
from medcloud.hosts.run.facts import gather  # noqa: E402
from medcloud.hosts.run.parallel import each  # noqa: E402


def lock_out(mark: Path | None, _entry: HostEntry, link: Connection) -> None:
    """Let sshd admit only an account that is not there."""
    overlay = Overlay(gather(link))
    overlay.write("/etc/ssh/sshd_config.d/00-only.conf", b"AllowUsers nobody-of-that-name\n")
    reload = "systemctl reload ssh"
    overlay.act(Action(do=reload, undo=reload, stage=50, must=True))
    overlay.check("sshd -t")
    if mark:
        transaction._second = _wait(mark)  # killed between go and confirm
    transaction.apply(link, overlay, dead_man=30)


def _wait(mark: Path):  # type: ignore[no-untyped-def]  # stands in for transaction._second
    def wait(*_: object) -> None:
        mark.touch()
        time.sleep(600)

    return wait


def main() -> None:
    """Do it to the host of that name."""
    mark = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    (entry,) = (e for e in read_hosts(Path(sys.argv[1])) if e.name == sys.argv[2])

    def done(_entry: HostEntry, result: HostFailed | None, _seconds: float) -> None:
        print(result or "made")

    each([entry], lambda e, link: lock_out(mark, e, link), done)


if __name__ == "__main__":
    main()
