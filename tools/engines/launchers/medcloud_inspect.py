"""Prints JSON about the Python that runs it: `medcloud_inspect.py plugins | packages`.

Started by pulumi-language-python. `plugins` looks only one folder deep and takes some 30 ms;
`packages` reads the metadata of every installed distribution.
"""

from __future__ import annotations

import importlib.metadata
import json
import platform
import re
import sys
from pathlib import Path
from typing import Any


def plugins() -> list[dict[str, Any]]:
    """What the installed SDKs declare in pulumi-plugin.json, one entry a provider."""
    found: dict[str, dict[str, Any]] = {}
    for folder in sys.path[1:]:
        for path in sorted(Path(folder).glob("*/pulumi-plugin.json")):
            try:
                declared = json.loads(path.read_text("utf-8"))
            except (OSError, ValueError):
                continue
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
    report[sys.argv[1]] = plugins() if sys.argv[1] == "plugins" else packages()
    json.dump(report, sys.stdout)
