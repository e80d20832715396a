"""`python -m tools.stack up | preview | down | harden | env`: what the Makefile's targets run."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from pathlib import Path

from medcloud.engine.errors import EngineFailed
from medcloud.model import RegionRefused, RegionUnreadable
from tools.stack import commands
from tools.stack.session import StackFailed, backend_env


def main() -> int:
    """Run one command; the exit code."""
    parser = argparse.ArgumentParser(prog="tools.stack", description=__doc__)
    parser.add_argument("command", choices=("up", "preview", "down", "harden", "env"))
    parser.add_argument("--region", type=Path, default=Path("examples/panyu/region.yaml"), help="region file")
    parser.add_argument("--stack", default="", help="name of the stack; by default the region's id")
    options = parser.parse_args()
    try:
        if options.command == "env":
            for key, value in backend_env().items():
                print(f"export {key}={shlex.quote(value)}")
            return 0
        action = getattr(commands, options.command)
        return int(action(options.region.resolve(), options.stack))
    except (RegionRefused, RegionUnreadable, EngineFailed, StackFailed) as refused:
        print(refused, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code) if code == 130 else sys.exit(code)
