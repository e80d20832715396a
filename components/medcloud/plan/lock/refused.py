"""A lock file that cannot be trusted."""

from __future__ import annotations

from medcloud.plan.refused import Words

RESOLVE = (
    "合并冲突请运行 medcloud lock resolve {file}；误改请从版本库恢复",
    "after a merge run: medcloud lock resolve {file}; after a slip restore it from version control",
)


class LockRefused(ValueError):
    """The lock file is not one that medcloud wrote, or is newer than this medcloud."""

    def __init__(self, file: str, line: int, message: Words, remedy: Words = RESOLVE) -> None:
        self.file = file
        self.line = line
        """From 1; 0 for the file as a whole."""
        self.message_zh, self.message_en = message
        self.remedy_zh, self.remedy_en = (text.format(file=file) for text in remedy)
        super().__init__(f"{file}:{line}  {' / '.join(message)}  → {self.remedy_zh} / {self.remedy_en}")
