"""Which functions of the packages a piece of work runs."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, TypeVar

from medcloud.matrix.sources import sources

Value = TypeVar("Value")


def key(code: CodeType) -> str:
    """A function by file and first line."""
    return f"{code.co_filename}:{code.co_firstlineno}"


def traced(work: Callable[[], Value]) -> tuple[Value, list[str]]:
    """What the work comes to, and the keys of the functions that ran in it, in all threads."""
    seen: set[CodeType] = set()

    def note(frame: FrameType, event: str, arg: Any) -> None:
        seen.add(frame.f_code)

    threading.settrace(note)
    sys.settrace(note)
    try:
        value = work()
    finally:
        sys.settrace(None)
        threading.settrace(None)
    ours = {str(source.path) for source in sources()}
    # A copy: a thread that the work left running may still add to it.
    found = [key(code) for code in seen.copy() if str(Path(code.co_filename)) in ours]
    return value, sorted(found)
