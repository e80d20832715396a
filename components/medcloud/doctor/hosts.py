"""Whether this machine can carry hosts of the host lab, kind by kind; if not, why. It is tried, not guessed.

What is tried is undone at once. The lab and its tests decide by this too: a kind that cannot run here is
skipped by name, a kind that can is not.
"""

from __future__ import annotations

import os
import platform
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from medcloud.doctor import links
from medcloud.doctor.observation import Observation
from medcloud.doctor.surroundings import cache_root
from medcloud.text import Text

PROGRAMS = ("apt-get", "dpkg-deb", "tar", "unshare", "nsenter", "setpriv", "mount", "chroot", "ssh-keygen")
SBIN = ("/usr/sbin", "/sbin")  # `su` leaves these out of PATH
_OVERLAY = """
cd "$1" && mkdir lower upper work root && touch lower/file
mount -t overlay overlay -o lowerdir=lower,upperdir=upper,workdir=work root
rm root/file && [ ! -e root/file ]
cp /bin/true program && ./program
"""
_GROUP = """
group=/sys/fs/cgroup/medcloud-doctor.$$
mount -t cgroup2 none /sys/fs/cgroup && mkdir $group
sh -c 'echo $$ > "$1/cgroup.procs"' sh $group || { rmdir $group; exit 1; }
rmdir $group
"""
_TRACED = "import ctypes; raise SystemExit(ctypes.CDLL(None).ptrace(0, 0, 0, 0) != 0)"


@dataclass(frozen=True)
class Reason:
    """Why a kind of host cannot run, and what helps."""

    zh: str
    en: str
    remedy: str

    @property
    def text(self) -> str:
        """In the language that is spoken."""
        return str(Text(self.zh, self.en))


Probe = Callable[[Mapping[str, str]], Reason | None]


def findings(environ: Mapping[str, str] = os.environ) -> Iterator[Observation]:
    """A finding a kind; none of them is needed for anything but the host lab."""
    for kind in KINDS:
        reason, name = lacking(kind, environ), f"hosts: {kind}"
        if reason is None:
            yield Observation(name, True, "可运行", "can run here", needed=False)
        else:
            yield Observation(name, False, reason.zh, reason.en, reason.remedy, needed=False)


def lacking(kind: str, environ: Mapping[str, str] = os.environ) -> Reason | None:
    """Why hosts of that kind (namespace, uml, emulator) cannot run here; None when they can."""
    for probe in (*COMMON, *KINDS[kind]):
        if reason := probe(environ):
            return reason
    return None


def _processor(_environ: Mapping[str, str]) -> Reason | None:
    here = platform.machine()
    if here == "x86_64":
        return None
    return Reason(f"处理器是 {here}", f"the processor is {here}", "x86_64")


def _root(_environ: Mapping[str, str]) -> Reason | None:
    if os.geteuid() == 0:
        return None
    return Reason("需要 root 权限", "root is needed", "sudo")


def _programs(environ: Mapping[str, str]) -> Reason | None:
    path = os.pathsep.join([environ.get("PATH", ""), *SBIN])
    gone = " ".join(name for name in PROGRAMS if not shutil.which(name, path=path))
    if not gone:
        return None
    return Reason(f"缺少程序 {gone}", f"programs are missing: {gone}", "Debian 12")


def _namespaces(_environ: Mapping[str, str]) -> Reason | None:
    said = _fails("unshare", "-mnpuif", "true")
    container = "docker run --privileged …"
    return (
        Reason(f"不能建立命名空间:{said}", "namespaces cannot be made (a container?)", container)
        if said
        else None
    )


def _disk(environ: Mapping[str, str]) -> Reason | None:
    root = cache_root(environ)
    nearest = next(folder for folder in (root, *root.parents) if folder.is_dir())
    remedy = "export MEDCLOUD_CACHE=<可写、可执行的本地目录 a folder on a local disk, not noexec>"
    if odd := next((sign for sign in ":,\\" if sign in str(root)), None):
        return Reason(f"缓存路径含“{odd}”:{root}", f"an overlay cannot be in a path with {odd!r}", remedy)
    try:
        with tempfile.TemporaryDirectory(prefix=".medcloud-doctor-", dir=nearest) as folder:
            said = _fails("unshare", "-m", "sh", "-euc", _OVERLAY, "sh", folder)
    except OSError as error:
        said = str(error)
    zh = f"{nearest} 不能作为 overlay 的上层:{said}"
    return Reason(zh, "an overlay or a program in it does not work there", remedy) if said else None


def _network(_environ: Mapping[str, str]) -> Reason | None:
    try:
        socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).close()
    except OSError as error:
        return Reason(f"内核关闭了 IPv6:{error}", "the kernel is without IPv6", "ipv6.disable=0")
    said = _links("bridge", "veth")
    return (
        Reason(f"不能建立网络设备:{said}", "network links cannot be made", "modprobe bridge veth")
        if said
        else None
    )


def _tap(_environ: Mapping[str, str]) -> Reason | None:
    said = _links("tap")
    return Reason(f"不能建立 tap 设备:{said}", "a tap cannot be made", "modprobe tun") if said else None


def _groups(_environ: Mapping[str, str]) -> Reason | None:
    said = _fails("unshare", "-m", "sh", "-euc", _GROUP)
    return (
        Reason(f"cgroup v2 不可写:{said}", "cgroup v2 cannot be written", "mount -t cgroup2 …")
        if said
        else None
    )


def _traced(_environ: Mapping[str, str]) -> Reason | None:
    if not _fails(sys.executable, "-I", "-c", _TRACED):
        return None
    return Reason("不允许 ptrace", "ptrace is forbidden", "sysctl kernel.yama.ptrace_scope=1")


def _links(*kinds: str) -> str:
    return _fails("unshare", "-n", sys.executable, "-I", str(Path(links.__file__)), *kinds)


def _fails(*command: str) -> str:
    """What a command says when it fails; empty when it does not."""
    path = os.pathsep.join([os.environ.get("PATH", ""), *SBIN])
    env = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=env)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    said = (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1]
    return said if done.returncode else ""


COMMON: tuple[Probe, ...] = (_processor, _root, _programs, _namespaces, _disk, _network)
KINDS: Mapping[str, tuple[Probe, ...]] = {
    "namespace": (_groups,),
    "uml": (_tap, _traced),
    "emulator": (_tap,),
}
