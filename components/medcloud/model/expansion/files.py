"""The folder that a region file lies in, from which it includes others."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Literal, Protocol

from medcloud.text.printable import shown
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.source import read

What = Literal["file", "folder", "itself", "outside", "nothing"]


class Files(Protocol):
    """The files of a folder, on disk or in a revision; paths are relative, with slashes."""

    def matching(self, pattern: str) -> list[str]:
        """Files whose paths match, in order; ``*`` matches no slash."""
        ...

    def what(self, path: str) -> What:
        """What a path leads to."""
        ...

    def name(self, path: str) -> str:
        """The file's name as findings give it."""
        ...

    def text(self, path: str, kind: Kind) -> str:
        """The text of a file; Unreadable when there is none."""
        ...


class Folder:
    """A folder on disk; ``name`` is the region file's as findings give it."""

    def __init__(self, region_file: Path, name: str) -> None:
        self._own = region_file
        self._folder = region_file.parent
        self._shown = PurePosixPath(name).parent

    def matching(self, pattern: str) -> list[str]:
        """As Files."""
        found = (path.relative_to(self._folder).as_posix() for path in self._folder.glob(pattern))
        meant = (path for path in found if takes(pattern, path, self._own.name))
        return sorted(path for path in meant if self.what(path) == "file")

    def what(self, path: str) -> What:
        """As Files; a link is what it leads to."""
        file = self._folder / path
        try:
            if not file.resolve().is_relative_to(self._folder.resolve()):
                return "outside"
            if file.is_dir():
                return "folder"
            if not file.exists():
                return "nothing"
            return "itself" if file.samefile(self._own) else "file"
        except (OSError, RuntimeError, ValueError):  # a ring of links, a name that no file system takes
            return "nothing"

    def name(self, path: str) -> str:
        """As Files."""
        return shown(str(self._shown / path), 200)

    def text(self, path: str, kind: Kind) -> str:
        """As Files."""
        return read(self._folder / path, kind)


def takes(pattern: str, path: str, own: str) -> bool:
    """Whether a pattern means a path: no hidden file, nor the region file and what is kept beside it."""
    steps, wanted = path.split("/"), pattern.split("/")
    beside = len(steps) == 1 and (path == own or path.startswith(f"{Path(own).stem}."))
    return (
        not beside
        and len(steps) == len(wanted)
        and all(fnmatchcase(step, want) and step[0] != "." for step, want in zip(steps, wanted, strict=True))
    )
