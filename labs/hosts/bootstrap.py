"""A Debian tree out of packages alone: essential ones by hand, the rest by apt with its dpkg in the tree."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from labs.hosts import debs, progress, recipe
from labs.hosts.place import HERE

ESSENTIAL = ("?essential", "apt", "usr-is-merged")
FOREMOST = (
    "base-passwd",
    "base-files",
    "dpkg",
    "libc6",
    "perl-base",
)  # others' scripts take these for granted
EXCLUDES = "etc/dpkg/dpkg.cfg.d/lab"
STARTED = HERE / "launchers/chroot.sh"
# namespaces that end with their first process: no mount and no process outlives a killed build
ISOLATED = ("unshare", "-mpuif", "--kill-child")
FINISH = HERE / "launchers/finish.sh"


def build(root: Path, wanted: Sequence[str], log: Path) -> None:
    """Fill the empty folder `root` with a Debian that has the packages and users of the lab."""
    apt = debs.apt()
    first = apt.fetch(ESSENTIAL, log)
    apt.fetch([*ESSENTIAL, *wanted], log)
    debs.unpack(first, root, log)
    _exclude(root)
    names = {file.name.partition("_")[0]: f"/var/cache/apt/archives/{file.name}" for file in first}
    for group in [[name] for name in FOREMOST] + [[name for name in names if name not in FOREMOST]]:
        options = ["--force-depends", "--force-unsafe-io", "--install"]
        inside(root, ["dpkg", *options, *(names[name] for name in group)], log)
    install(root, wanted, log)
    inside(root, ["sh", "-eu", "-c", FINISH.read_text("utf-8")], log)
    _forget(root)


def install(root: Path, wanted: Sequence[str], log: Path) -> None:
    """Add packages to a tree."""
    command = [*_box(), "outside", str(root), *apt_install(wanted)]
    progress.run("安装软件包", command, log, debs.apt().environment(root))


def inside(root: Path, command: Sequence[str], log: Path) -> None:
    """Run a command in the tree, with the downloads at its archives and /proc and /dev of its own."""
    progress.run(f"运行 {command[0]}", [*_box(), "inside", str(root), *command], log)


def _box() -> list[str]:
    return [*ISOLATED, "sh", str(STARTED), str(debs.apt().archives)]


def apt_install(wanted: Sequence[str]) -> list[str]:
    """The words that install packages which are downloaded."""
    return ["apt-get", "-q", "-y", "--no-download", "install", *wanted]


def _exclude(root: Path) -> None:
    """Have dpkg leave out what no host needs, and remove what was unpacked before dpkg was there."""
    left_out, kept = recipe.packages("left_out"), recipe.packages("kept")
    lines = [f"path-exclude={pattern}\n" for pattern in left_out] + [
        f"path-include={path}\n" for path in kept
    ]
    (root / EXCLUDES).write_text("".join(lines), encoding="ascii")
    for pattern in left_out:
        shutil.rmtree(root / pattern.strip("/*"), ignore_errors=True)
        (root / pattern.strip("/*")).mkdir(parents=True)


def _forget(root: Path) -> None:
    """Take what was left out off dpkg's lists too, so that `dpkg -V` is clean."""
    (root / EXCLUDES).unlink(missing_ok=True)
    for path in (root / "var/lib/dpkg/info").iterdir():
        if path.suffix not in (".list", ".md5sums"):
            continue
        lines = path.read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if _there(root, line.split("  ", 1)[-1].strip())]
        if len(kept) != len(lines):
            path.write_text("".join(kept), encoding="utf-8")


def _there(root: Path, name: str) -> bool:
    path = root / name.lstrip("/")
    return path.is_symlink() or path.exists()
