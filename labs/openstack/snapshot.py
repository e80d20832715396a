"""A copy of a lab right after its first setup, so that the next one need not be made again."""

import subprocess
from pathlib import Path

from labs.base.errors import LabError
from labs.openstack import place

SOURCES = (
    place.LOCK_FILE,
    *sorted(Path(__file__).parent.rglob("*.py")),
    Path(__file__).with_name("layout.yaml"),
)


def file(where: place.Folders, digest: str) -> Path:
    """The snapshot of a configuration."""
    return where.home / f"snapshot-{digest}.tar"


def take(where: place.Folders, digest: str) -> None:
    """Copy the run directory of a stopped lab; snapshots of former configurations go."""
    for old in where.home.glob("snapshot-*.tar*"):
        old.unlink()
    target = file(where, digest)
    part = target.with_suffix(".tar.part")
    left_out = [f"--exclude={where.run.name}/{what}/*" for what in ("log", "pid", "spec", "state/rabbitmq")]
    part.touch(mode=0o600)
    _tar("--xattrs", *left_out, "-cf", str(part), "-C", str(where.home), where.run.name)
    part.rename(target)


def restore(where: place.Folders, digest: str) -> None:
    """Unpack a snapshot as the run directory."""
    _tar("--xattrs", "-xf", str(file(where, digest)), "-C", str(where.home))


def _tar(*words: str) -> None:
    done = subprocess.run(["tar", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise LabError("快照失败:" + done.stderr.strip()[:200], "the snapshot failed")
