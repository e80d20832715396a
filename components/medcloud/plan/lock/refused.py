"""A lock file that cannot be trusted."""

from __future__ import annotations

from medcloud.text import Finding, Place, Refusal, Text

RESOLVE = Text(
    "合并冲突请运行 medcloud lock resolve {file}；误改请从版本库恢复",
    "after a merge run: medcloud lock resolve {file}; after a slip restore it from version control",
)


class LockRefused(Refusal):
    """The lock file is not one that medcloud wrote, or is newer than this medcloud."""

    def __init__(self, file: str, line: int, message: Text, remedy: Text = RESOLVE) -> None:
        """``line``: from 1; 0 for the file as a whole. ``{file}`` in the remedy is filled in."""
        mended = Text(*(text.format(file=file) for text in remedy))
        super().__init__(Finding(Place(file, line), message, mended))
