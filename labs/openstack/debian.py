"""The Debian packages that the lab wants: installed by root, asked for from others."""

import shutil
import subprocess
from pathlib import Path

from labs.base.errors import LabError
from labs.openstack.base import MARIADBD, RABBIT
from labs.openstack.supervisor import is_root, say

PACKAGES = ("rabbitmq-server", "mariadb-server-core", "mariadb-client-core")
POLICY = Path("/usr/sbin/policy-rc.d")  # asked by packages whether their services may start; 101 is no


def ensure(log: Path) -> None:
    """Install what is missing, without starting anything."""
    if all(shutil.which(program) for program in (MARIADBD, RABBIT, "mariadb", "mariadb-install-db", "epmd")):
        return
    wanted = " ".join(PACKAGES)
    if not is_root() or not shutil.which("apt-get"):
        raise LabError(
            f"缺少系统软件包,请先执行: sudo apt-get install --no-install-recommends {wanted}",
            f"system packages are missing: sudo apt-get install --no-install-recommends {wanted}",
        )
    say(f"安装系统软件包 {wanted}", f"installing {wanted}")
    mine = not POLICY.exists()
    if mine:
        POLICY.write_text("#!/bin/sh\nexit 101\n", encoding="ascii")
        POLICY.chmod(0o755)
    try:
        if not _apt(log, "install", "--no-install-recommends", *PACKAGES):
            _apt(log, "update")
            if not _apt(log, "install", "--no-install-recommends", *PACKAGES):
                raise LabError(
                    "安装系统软件包失败,请看日志", "installing system packages failed, see the log", log
                )
    finally:
        if mine:
            POLICY.unlink()


def _apt(log: Path, *words: str) -> bool:
    env = {"DEBIAN_FRONTEND": "noninteractive", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
    with log.open("ab") as out:
        command = ["apt-get", "-y", "-q", *words]
        return subprocess.call(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=env) == 0
