"""What a kind of file is called, so that what is said of a bad one helps with it."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.text import Text


@dataclass(frozen=True)
class Kind:
    """A kind of file that people write."""

    name: Text
    """With its article in English: 区域文件, a region file."""
    help: Text
    """Where to get one, or what says how to write it."""
    largest: int = 8 * 1024 * 1024
    """Bytes."""
    piped: bool = False
    """Whether a pipe will do, as the shell's <(…) is."""
