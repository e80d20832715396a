"""Which lock file belongs to which region file."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".lock.yaml"


def lock_path(region_file: str | Path, environment: str | None = None) -> Path:
    """``region.yaml`` to ``region.lock.yaml`` beside it, or ``region.test.lock.yaml`` of an environment.

    A lock file's path is given back as it is.
    """
    path = Path(region_file)
    own = f".{environment}" if environment else ""
    return path if path.name.endswith(SUFFIX) else path.parent / (path.stem + own + SUFFIX)


def region_path(file: str | Path) -> Path:
    """The region file of a lock file; a region file's path is given back as it is."""
    path = Path(file)
    if not path.name.endswith(SUFFIX):
        return path
    stem = path.name[: -len(SUFFIX)]
    short = path.with_name(f"{stem}.yml")
    return short if short.exists() else path.with_name(f"{stem}.yaml")
