"""What the scan of a host asks for: what it did not ask is unknown, never absent."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(frozen=True)
class Asked:
    """Globs as the shell has them: a star stays within a folder and finds no name that begins with a dot."""

    reads: tuple[str, ...] = ()
    """Of files that are read."""
    rights: tuple[str, ...] = ()
    """Of paths whose kind, owner and mode are asked."""

    @property
    def attributes(self) -> tuple[str, ...]:
        """Of paths that are asked whether even root may not change them: those, and folders of files."""
        return (*self.reads, *map(posixpath.dirname, self.reads), *self.rights)


def covered(glob: str, by: Iterable[str]) -> bool:
    """Whether whatever a path or glob finds is found by one of some globs as well."""
    return any(glob == one or fits(glob, one) for one in by)


def fits(path: str, glob: str) -> bool:
    """Whether the shell would find a path by a glob."""
    names, patterns = path.split("/"), glob.split("/")
    return len(names) == len(patterns) and all(map(_fits, names, patterns))


def _fits(name: str, pattern: str) -> bool:
    hidden = name.startswith(".") and not pattern.startswith(".")
    return fnmatchcase(name, pattern) and not hidden
