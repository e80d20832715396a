"""What a YAML parser complains of, in words for people."""

from __future__ import annotations

import yaml

from medcloud.text import Complaint, Text
from medcloud.text.printable import shown
from medcloud.text.reading.source import Unreadable, unreadable

_MARKERS = ("<<<<<<< ", ">>>>>>> ", "||||||| ")
_MERGE = Complaint(
    Text("有未解决的合并冲突", "an unresolved merge conflict"),
    Text(
        "两侧取其一或合并，并删去 <<<<<<<、=======、>>>>>>> 各行",
        "keep one side or join both, and remove the lines <<<<<<<, ======= and >>>>>>>",
    ),
)
_WIDE = str.maketrans("：，｛｝［］“”", ':,{}[]""')


def syntax_error(error: yaml.YAMLError, text: str, name: str) -> Unreadable:
    """The error with its place."""
    line, column = _place(error, text)
    said = shown(getattr(error, "problem", None) or getattr(error, "reason", None) or str(error), 120)
    words = _named(text.splitlines(), line) or Complaint(
        Text(f"不是有效的 YAML：{said}", f"is not valid YAML: {said}"), Text(*_remedy(said))
    )
    return unreadable(name, line, words, column)


def _place(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return mark.line + 1, mark.column + 1
    position = getattr(error, "position", None)
    if not isinstance(position, int):
        return 1, 1
    before = text[:position]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def check_markers(text: str, name: str) -> None:
    """Unreadable where git left the marks of a merge."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(_MARKERS):
            raise unreadable(name, number, _MERGE)


def _named(lines: list[str], number: int) -> Complaint | None:
    """What is wrong where that can be told from the line itself, or from the one that it goes on from."""
    here = lines[number - 1 : number]
    if any("\t" in line for line in here):
        return Complaint(
            Text("不是有效的 YAML：有制表符", "is not valid YAML: a tab"),
            Text("用空格代替制表符", "use blanks instead of tabs"),
        )
    near = "".join(lines[max(0, number - 2) : number])
    wide = next((char for char in near if ord(char) in _WIDE), None)
    if wide is None:
        return None
    half = wide.translate(_WIDE)
    return Complaint(
        Text(f"不是有效的 YAML：有全角的 {wide}", f"is not valid YAML: a full-width {wide}"),
        Text(f"写半角的 {half}", f"write {half}"),
    )


def _remedy(said: str) -> tuple[str, str]:
    if "control characters" in said or "special characters" in said or "not allowed" in said:
        return "删去控制字符", "remove the control character"
    return "对照上下行检查缩进、括号与引号", "check indents, brackets and quotes around this line"
