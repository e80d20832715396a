"""Runs one Pulumi program in its own Python: `medcloud_program.py SETTINGS PROGRAM ARGS…`.

Started by pulumi-language-python. SETTINGS is JSON with the addresses and the stack; configuration
comes in PULUMI_CONFIG, the keys of it that are secret in PULUMI_CONFIG_SECRET_KEYS.
"""

from __future__ import annotations

import asyncio
import json
import logging
import runpy
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tools.engines.launchers import (
        medcloud_debug as debug,
        medcloud_errors as errors,
        medcloud_waiting as waiting,
    )
else:
    import medcloud_debug as debug  # beside this file
    import medcloud_errors as errors
    import medcloud_waiting as waiting

try:
    import pulumi
    import pulumi.runtime
except ModuleNotFoundError:
    errors.leave(errors.NO_SDK)

MOST_THREADS = 64  # the engine's default for `--parallel` grows with the machine


def main() -> None:
    """Run the program and leave with 0, or 32 after the reason was shown."""
    settings, program = json.loads(sys.argv[1]), sys.argv[2]
    signal.signal(signal.SIGINT, errors.on_interrupt)
    root = settings["root_directory"]
    path = Path(program)
    folder = path if path.is_dir() else path.parent
    if path.is_dir() and not (path / "__main__.py").exists():
        pulumi.log.error(f"{path} 中没有 __main__.py / no __main__.py in {path}")
        errors.leave(errors.SHOWN)
    sys.argv = [program, *sys.argv[3:]]
    sys.path[0] = str(folder)
    try:
        run(settings, program)
    except pulumi.RunError as error:
        show(error, str(error))
    except Exception as error:
        show(error, errors.explain(error, root))


def show(error: BaseException, text: str) -> None:
    """Tell the engine, unless it has gone; then leave."""
    if not errors.engine_gone(error):
        try:
            pulumi.log.error(text)
        except Exception as lost:
            if not errors.engine_gone(lost):
                print(text, file=sys.stderr)
    errors.leave(errors.SHOWN)


def run(settings: dict[str, Any], program: str) -> None:
    """Connect to the engine and run the program inside a stack."""
    pulumi.runtime.set_all_config(
        pulumi.runtime.get_config_env(), pulumi.runtime.get_config_secret_keys_env()
    )
    pulumi.runtime.configure(pulumi.runtime.Settings(**settings))
    # A program that stops early leaves futures that nobody awaits; asyncio would report each.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    threads = max(1, min(settings["parallel"], MOST_THREADS))
    loop.set_default_executor(ThreadPoolExecutor(max_workers=threads))

    waiting.in_small_numbers()
    debug.only_if_asked()

    def body() -> None:
        runpy.run_path(program, run_name="__main__")

    loop.run_until_complete(pulumi.runtime.run_in_stack(body))


if __name__ == "__main__":
    main()
