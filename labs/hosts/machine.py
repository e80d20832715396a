"""Whether this machine can carry the hosts that are wanted, told before anything is downloaded."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from labs.base.errors import LabError
from labs.hosts.progress import say
from medcloud.doctor import hosts

INSTANCES = Path("/proc/sys/fs/inotify/max_user_instances")
ENOUGH = 2048  # each systemd takes several of them, and 128 is the usual limit


def check(kinds: Iterable[str] = ()) -> None:
    """Raise LabError when hosts of these kinds cannot be made here, or by this user, with what helps."""
    if os.geteuid() != 0:
        raise LabError("主机实验环境需要 root 权限,请用 sudo 运行", "the host lab needs root: use sudo")
    path = os.environ.get("PATH", "").split(os.pathsep)
    os.environ["PATH"] = os.pathsep.join([*path, *(folder for folder in hosts.SBIN if folder not in path)])
    for kind in sorted(set(kinds)):
        if reason := hosts.lacking(kind):
            zh, en = f"{kind} 类主机无法在本机运行:{reason.zh}", f"{kind} hosts cannot run here: {reason.en}"
            raise LabError(zh, f"{en} → {reason.remedy}")


def room_for_many() -> None:
    """Raise the limit that some twenty systemds of one user would hit."""
    try:
        if int(INSTANCES.read_text(encoding="ascii")) < ENOUGH:
            INSTANCES.write_text(str(ENOUGH), encoding="ascii")
    except OSError as error:  # a container's /proc/sys may be read-only
        say(
            f"inotify 实例上限未能提高({error})",
            "the limit of inotify instances stays: some twenty hosts at most",
        )
