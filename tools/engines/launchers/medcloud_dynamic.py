"""Serves a program's dynamic providers; started by pulumi-resource-pulumi-python.

The engine starts that launcher directly, so the parent is watched here: a killed engine stops nothing.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.engines.launchers import medcloud_errors as errors
else:
    import medcloud_errors as errors  # beside this file


def end_with(parent: int) -> None:
    """Leave as soon as the engine is gone."""
    while os.getppid() == parent:
        time.sleep(0.2)
    os._exit(1)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, errors.on_interrupt)
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    sys.path[0] = str(Path.cwd())
    try:
        runpy.run_module("pulumi.dynamic", run_name="__main__", alter_sys=True)
    except ModuleNotFoundError as error:
        print(errors.missing(error, str(Path.cwd())), file=sys.stderr)
        sys.exit(1)
