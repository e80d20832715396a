"""The sample region, to change one thing in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from medcloud.model import RegionRefused, parse
from medcloud.text import Finding

SAMPLE = Path("examples/panyu/region.yaml").read_text(encoding="utf-8")


def changed(path: str, value: Any, text: str = SAMPLE) -> str:
    """The sample, or another text, with one value set; the path by slashes."""
    data = yaml.safe_load(text)
    *way, last = path.split("/")
    node = data
    for step in way:
        node = node.setdefault(step, {})
    node[last] = value
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def findings(text: str) -> tuple[Finding, ...]:
    """What is wrong with a text; nothing when it is good."""
    try:
        parse(text, "region.yaml")
    except RegionRefused as error:
        return error.findings
    return ()
