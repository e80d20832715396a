"""What a person is shown when a Python program or plugin of Pulumi fails. Standard library only."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NoReturn

SHOWN = 32  # exit code: the reason was shown to the user
NO_SDK = 33  # exit code: this Python has no pulumi
HERE = str(Path(__file__).parent)
# Two of gRPC's status codes and one of the engine's sentences say that the engine stopped first.
GONE_CODES = ("CANCELLED", "UNAVAILABLE")
GONE_WORDS = "resource monitor shut down"

# Packages whose frames tell a user nothing, and the modules that run a program
MACHINERY = ("pulumi", "pulumi_policy", "grpc")
STANDARD = tuple(str(Path(os.__file__).parent / name) for name in ("asyncio", "concurrent", "runpy.py"))


def leave(code: int) -> NoReturn:
    """End at once, whatever threads still wait for."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, RuntimeError):  # a closed pipe; or a signal came while the stream was in use
            continue
    os._exit(code)


def on_interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    """SIGINT comes from the engine, which has told the reason: no KeyboardInterrupt, no traceback."""
    os._exit(SHOWN)


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and those that led to it."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def engine_gone(error: BaseException) -> bool:
    """Whether a call failed only because the engine had stopped, having shown why."""
    for each in chain(error):
        code, details = getattr(each, "code", None), getattr(each, "details", None)
        if callable(code) and callable(details):  # a grpc.RpcError
            status = code()
            if getattr(status, "name", "") in GONE_CODES or GONE_WORDS in str(details()):
                return True
    return False


def foreign(filename: str) -> bool:
    """Whether a frame is the launcher's, the import system's or a Pulumi SDK's."""
    if filename.startswith(("<frozen", HERE, *STANDARD)):
        return True
    _, _, installed = filename.partition(f"-packages{os.sep}")  # site- or dist-
    return installed.partition(os.sep)[0] in MACHINERY


def own_frames(error: BaseException) -> traceback.StackSummary:
    """The frames of an exception that are the user's or their libraries'; the last ones if none is."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if not foreign(frame.filename)]
    return traceback.StackSummary.from_list(own or frames[-3:])


def explain(error: BaseException, root: str) -> str:
    """The text for an exception of the program: a missing module in one line, else a short traceback."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        return missing(error, root)
    head = "程序出错 / the program failed"
    if asked_in_vain(error):
        return f"{head}: {error}"
    shown = traceback.TracebackException.from_exception(error)
    part: traceback.TracebackException | None = shown
    cause: BaseException | None = error
    while part is not None and cause is not None:
        part.stack = own_frames(cause)
        part, cause = part.__cause__ or part.__context__, cause.__cause__ or cause.__context__
    return f"{head}:\n{''.join(shown.format()).rstrip()}"


def asked_in_vain(error: BaseException) -> bool:
    """Whether the engine answered a lookup with an error: frames of the machinery alone would be shown."""
    frames = traceback.extract_tb(error.__traceback__)
    return str(error).startswith("invoke of ") and all(foreign(frame.filename) for frame in frames)


def missing(error: ModuleNotFoundError, root: str) -> str:
    """One line for a module that is not installed, with its place and the remedy."""
    frames = own_frames(error)
    place = f"{frames[-1].filename}:{frames[-1].lineno}: " if frames else ""
    return (
        f"{place}{sys.executable} 中没有模块 {error.name}，请在 {root} 运行 pulumi install"
        f" / no module {error.name} in this Python; run in {root}: pulumi install"
    )
