"""Prints JSON about the Python that runs it: `medcloud_inspect.py about | packages | plugins PROGRAM`.

Started by pulumi-language-python. `packages` are the installed distributions, `plugins` the providers of
the SDKs that a program imports.
"""

from __future__ import annotations

import importlib.metadata
import json
import platform
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tools.engines.launchers.medcloud_imports import Imports
else:
    from medcloud_imports import Imports  # beside this file


def plugins(program: Path) -> list[dict[str, Any]]:
    """What the SDKs that a program imports declare in pulumi-plugin.json, one entry a provider."""
    folder = program if program.is_dir() else program.parent
    imports = Imports([str(folder), *sys.path[1:]])
    imports.follow(program / "__main__.py" if program.is_dir() else program)
    found: dict[str, dict[str, Any]] = {}
    for path in imports.declarations:
        declared = json.loads(path.read_text("utf-8"))
        if declared.get("resource"):
            name = declared.get("name") or path.parent.name.removeprefix("pulumi_").replace("_", "-")
            found.setdefault(name, {**declared, "name": name})
    return list(found.values())


def packages() -> list[dict[str, Any]]:
    """Installed distributions; `direct` are those that no other one requires."""
    installed: dict[str, str] = {}
    required: set[str] = set()
    for dist in importlib.metadata.distributions():
        installed.setdefault(normal(dist.name), dist.version)
        for line in dist.requires or ():
            if match := re.match(r"[\w.-]+", line):
                required.add(normal(match[0]))
    return [
        {"name": name, "version": version, "direct": name not in required}
        for name, version in sorted(installed.items())
    ]


def normal(name: str) -> str:
    """A distribution's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    report: dict[str, Any] = {"executable": sys.executable, "version": platform.python_version()}
    if sys.argv[1] == "packages":
        report["packages"] = packages()
    if sys.argv[1] == "plugins":
        report["plugins"] = plugins(Path(sys.argv[2]))
    json.dump(report, sys.stdout)
