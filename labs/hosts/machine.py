"""Whether this machine can carry hosts at all, told before anything is downloaded."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from labs.hosts.errors import HostLabError

PROGRAMS = ("apt-get", "dpkg-deb", "tar", "unshare", "nsenter", "setpriv", "mount", "ssh-keygen")
INSTANCES = Path("/proc/sys/fs/inotify/max_user_instances")
ENOUGH = 2048  # each systemd takes several of them, and 128 is the usual limit


def check() -> None:
    """Raise HostLabError when hosts cannot be made here, with what is missing."""
    if os.geteuid() != 0:
        raise HostLabError("主机实验环境需要 root 权限,请用 sudo 运行", "the host lab needs root: use sudo")
    if gone := [name for name in PROGRAMS if not shutil.which(name)]:
        names = " ".join(gone)
        raise HostLabError(f"本机缺少程序 {names};需要 Debian 12", f"programs are missing: {names}")
    if subprocess.run(["unshare", "-mnpuif", "true"], capture_output=True, check=False).returncode:
        raise HostLabError(
            "本机(容器)不允许建立命名空间,无法运行主机实验环境",
            "this machine (a container?) may not make namespaces: no host lab here",
        )
    if "overlay" not in Path("/proc/filesystems").read_text(encoding="ascii"):
        subprocess.run(["modprobe", "-q", "overlay"], check=False)
    if "overlay" not in Path("/proc/filesystems").read_text(encoding="ascii"):
        raise HostLabError("本机内核没有 overlay 文件系统", "this kernel has no overlayfs")


def room_for_many() -> None:
    """Raise the limit that some twenty systemds of one user would hit."""
    if int(INSTANCES.read_text(encoding="ascii")) < ENOUGH:
        INSTANCES.write_text(str(ENOUGH), encoding="ascii")
