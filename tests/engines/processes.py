"""Processes that a test has started, found by a variable in their environment."""

import time
from pathlib import Path

VARIABLE = "MEDCLOUD_TEST_MARK"


def marked(mark: str) -> dict[int, str]:
    """Process ids and command lines of all that carry the mark."""
    wanted = f"{VARIABLE}={mark}".encode()
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if wanted in (folder / "environ").read_bytes().split(b"\0"):
                words = (folder / "cmdline").read_bytes().split(b"\0")
                if words != [b""]:  # a zombie has none
                    found[int(folder.name)] = b" ".join(words).decode("utf-8", "replace")
        except (OSError, ValueError):
            continue  # gone meanwhile, or another user's
    return found


def left_after(mark: str, seconds: float) -> dict[int, str]:
    """What still carries the mark after at most so many seconds; {} as soon as nothing does."""
    end = time.monotonic() + seconds
    while (rest := marked(mark)) and time.monotonic() < end:
        time.sleep(0.1)
    return rest
