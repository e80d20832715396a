"""An RPM database for systems of the RPM family, made in their own tree by the tree's own rpm."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from labs.hosts import overlay
from labs.hosts.place import HERE

SCRIPT = HERE / "launchers/rpmdb.py"
PLACE = "tmp/rpmdb"
DATABASE = "var/lib/rpm"


@dataclass(frozen=True)
class Package:
    """An RPM package to enter: its files as they lie in the tree."""

    name: str
    version: str
    files: Sequence[str]
    provides: Sequence[str] = ()


def enter(trees: Sequence[Path], packages: Sequence[Package], log: Path) -> None:
    """Enter packages into the database of the topmost tree, which is in the making."""
    made = overlay.Overlay(trees, trees[0].parent / "rpmdb")
    within = made.upper / PLACE
    within.mkdir(parents=True)
    within.parent.chmod(0o1777)
    (within / "packages.json").write_text(json.dumps([asdict(each) for each in packages]), encoding="utf-8")
    shutil.copyfile(SCRIPT, within / SCRIPT.name)
    made.inside(["python3", "-I", f"/{PLACE}/{SCRIPT.name}"], log)
    shutil.copytree(made.upper / DATABASE, trees[0] / DATABASE, dirs_exist_ok=True)
    shutil.rmtree(made.scratch)


def of_debian(
    base: Path, table: Mapping[str, Sequence[str]], unlisted: Mapping[str, Sequence[str]]
) -> list[Package]:
    """Packages under RPM names, each with the files of Debian packages and those that none lists."""
    info = base / "var/lib/dpkg/info"
    found = []
    for name, debs in table.items():
        lists = [path for deb in debs for path in (*info.glob(f"{deb}.list"), *info.glob(f"{deb}:*.list"))]
        listed = [line for path in lists for line in path.read_text("utf-8").splitlines() if "/" in line]
        found.append(Package(name, _version(base, debs[0]), [*listed, *unlisted.get(name, ())]))
    return found


def release(name: str, version: str, files: Sequence[str]) -> Package:
    """The release package: dnf finds $releasever by what it provides."""
    provides = [f"system-release = {version}", f"system-release(releasever) = {version}"]
    return Package(name, version, files, provides)


def _version(base: Path, deb: str) -> str:
    """The upstream version of a Debian package, in RPM's letters."""
    command = ["dpkg-query", f"--admindir={base}/var/lib/dpkg", "-W", "-f=${source:Upstream-Version}", deb]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.replace("-", ".").replace("+", ".").replace("~", ".") or "1"
