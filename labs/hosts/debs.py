"""Debian packages by this machine's apt sources, without touching what is installed on it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from labs.base.cache import locked
from labs.base.errors import LabError
from labs.hosts import progress
from labs.hosts.place import shared

STALE = 12 * 3600  # seconds after which the package lists are fetched anew
UPDATED = "updated"


@dataclass(frozen=True)
class Apt:
    """An apt of the lab's own: its lists and archives are cached, its status is the tree's it serves."""

    home: Path

    @property
    def archives(self) -> Path:
        """Downloaded .deb files."""
        return self.home / "archives"

    def environment(self, root: Path | None = None) -> dict[str, str]:
        """Variables for apt-get that works on `root`, or on a machine with nothing installed."""
        status = root / "var/lib/dpkg/status" if root else self.home / "nothing"
        lines = [
            f'Dir::State "{self.home}";',
            f'Dir::State::lists "{self.home}/lists";',
            f'Dir::State::status "{status}";',
            f'Dir::State::extended_states "{self.home}/extended_states";',
            f'Dir::Cache "{self.home}/cache";',
            f'Dir::Cache::archives "{root / "var/cache/apt/archives" if root else self.archives}";',
            f'Dir::Log "{self.home}/log";',
            'APT::Install-Recommends "false";',
            'APT::Sandbox::User "root";',
            'Acquire::Languages "none";',
            'Acquire::Check-Valid-Until "false";',
            'Acquire::Retries "3";',
            'Binary::apt-get::APT::Keep-Downloaded-Packages "true";',
            'Debug::NoLocking "true";',  # the lab's own lock is held, or the archives are only read
            'DPkg::Use-Pty "false";',
            'DPkg::Options { "--force-unsafe-io"; "--force-confnew"; };',
        ]
        if root:
            lines.append(f'DPkg::Chroot-Directory "{root}";')
            lines.append('Dir::Etc::parts "/dev/null";')  # hooks of this machine do not hold there
        path = self.home / f"apt.{os.getpid()}.conf"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return {"APT_CONFIG": str(path), "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}

    def fetch(self, wanted: Sequence[str], log: Path) -> list[Path]:
        """The files of packages and of all they need, downloaded if they are not here yet."""
        for folder in ("lists/partial", "archives/partial", "cache", "log"):
            (self.home / folder).mkdir(parents=True, exist_ok=True)
        (self.home / "nothing").touch()
        with locked(self.home / "lock"):
            env = self.environment()
            if self._stale():
                progress.run("更新软件源", ["apt-get", "-q", "update"], log, env)
                (self.home / UPDATED).touch()
            command = ["apt-get", "-q", "-y", "--download-only", "install"]
            names = self._names([*command, "--print-uris", *wanted], env)
            if not all((self.archives / name).exists() for name in names):
                progress.run("下载软件包", [*command, *wanted], log, env)
        return [self.archives / name for name in names]

    def _stale(self) -> bool:
        stamp = self.home / UPDATED
        return not stamp.exists() or time.time() - stamp.stat().st_mtime > STALE

    def _names(self, command: Sequence[str], env: dict[str, str]) -> list[str]:
        """File names out of `'address' name size hash` lines; those already here are listed by apt too."""
        whole = [*command, "-o", f"Dir::Cache::archives={self.home}/none"]
        (self.home / "none/partial").mkdir(parents=True, exist_ok=True)
        done = subprocess.run(whole, env={**os.environ, **env}, capture_output=True, text=True, check=False)
        if done.returncode:
            reason = (done.stderr.strip().splitlines() or ["?"])[-1]
            raise LabError(f"软件源里没有所需的软件包:{reason}", "the apt sources lack packages")
        return [line.split()[1] for line in done.stdout.splitlines() if line.startswith("'")]


def apt() -> Apt:
    """The lab's apt."""
    return Apt(shared() / "apt")


def unpack(files: Sequence[Path], root: Path, log: Path) -> None:
    """Lay packages' files into `root`; no script of theirs is run."""
    merged(root)
    for file in files:
        script = 'dpkg-deb --fsys-tarfile "$1" | tar -x --keep-directory-symlink -C "$2"'
        command = ["sh", "-c", script, "unpack", str(file), str(root)]
        progress.run(f"解包 {file.name}", command, log)


def merged(root: Path) -> None:
    """The links of a merged /usr, which must be there before the first file."""
    for name in ("bin", "sbin", "lib", "lib64"):
        (root / "usr" / name).mkdir(parents=True, exist_ok=True)
        if not (root / name).is_symlink():
            (root / name).symlink_to(f"usr/{name}")
