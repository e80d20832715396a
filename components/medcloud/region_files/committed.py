"""The folder of a region file as it was in a commit, for what the file includes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath

from medcloud.model.expansion.files import What, takes
from medcloud.region_files.git import git
from medcloud.text.printable import shown
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.source import decode

_FILES = ("100644", "100755")
"""Modes of git that are files of their own, not links."""


class Committed:
    """As :class:`medcloud.model.expansion.Files`."""

    def __init__(self, region_file: Path, commit: str, revision: str) -> None:
        self._own = region_file
        self._commit = commit
        self._revision = revision

    def matching(self, pattern: str) -> list[str]:
        """As Files."""
        return sorted(path for path in self._sizes if takes(pattern, path, self._own.name))

    def what(self, path: str) -> What:
        """As Files."""
        if path == self._own.name:
            return "itself"
        if path in self._sizes:
            return "file"
        inside = any(PurePosixPath(path) in PurePosixPath(file).parents for file in self._sizes)
        return "folder" if inside else "nothing"

    def name(self, path: str) -> str:
        """As Files."""
        return shown(f"{self._own.parent / path}@{self._revision}", 200)

    def text(self, path: str, kind: Kind) -> str:
        """As Files."""
        if self._sizes[path] > kind.largest:
            return decode(b" " * (kind.largest + 1), self.name(path), kind)  # refused, unread
        found = git(self._own.parent, "cat-file", "blob", f"{self._commit}:./{path}")
        return decode(found.stdout, self.name(path), kind)

    @cached_property
    def _sizes(self) -> Mapping[str, int]:
        """Files below the folder, with their bytes."""
        listed = git(self._own.parent, "ls-tree", "-r", "-l", "-z", self._commit).stdout
        found: dict[str, int] = {}
        for line in listed.decode("utf-8", "surrogateescape").split("\0"):
            about, _, path = line.partition("\t")
            if about.startswith(_FILES):
                found[path] = int(about.split()[-1])
        return found
