"""What a YAML parser complains of, in words for people."""

from __future__ import annotations

import yaml

from medcloud.text import Complaint, Text
from medcloud.text.printable import shown
from medcloud.text.reading.source import Unreadable, unreadable


def syntax_error(error: yaml.YAMLError, text: str, name: str) -> Unreadable:
    """The error with its place."""
    line, column = _place(error, text)
    said = shown(getattr(error, "problem", None) or getattr(error, "reason", None) or str(error), 120)
    lines = text.splitlines()
    remedy = _remedy(said, lines[line - 1] if line <= len(lines) else "")
    return unreadable(
        name,
        line,
        Complaint(Text(f"不是有效的 YAML：{said}", f"is not valid YAML: {said}"), Text(*remedy)),
        column,
    )


def _place(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return mark.line + 1, mark.column + 1
    position = getattr(error, "position", None)
    if not isinstance(position, int):
        return 1, 1
    before = text[:position]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _remedy(said: str, line: str) -> tuple[str, str]:
    if "\t" in line:
        return "用空格代替制表符", "use blanks instead of tabs"
    if "control characters" in said or "special characters" in said or "not allowed" in said:
        return "删去控制字符", "remove the control character"
    if any(char in line for char in "：，｛｝［］“”"):
        return 'YAML 的标点用半角 : , { } [ ] "', "write YAML's marks half-width: : , { } [ ] \""
    return "对照上下行检查缩进、括号与引号", "check indents, brackets and quotes around this line"
