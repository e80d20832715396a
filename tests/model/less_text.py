"""Regions that say less, for tests: files in a folder, from the sample or as they are given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from medcloud.model import RegionError, load
from medcloud.model.expansion import Folder, content, expand
from medcloud.model.reading.load import KIND
from medcloud.text import Finding
from medcloud.text.reading.compose import Composer
from medcloud.text.reading.tree import Table
from tests.model.sample import SAMPLE

EXAMPLE = Path("examples/templates/region.yaml")
Data = dict[str, Any]


def sample() -> Data:
    """The sample region as plain data, its images by reference."""
    data: Data = yaml.safe_load(SAMPLE)
    data["images"] = {key: {"existing": key} for key in data["images"]}
    return data


def lay(folder: Path, content: Data | str, **others: Data | str) -> Path:
    """Files in a folder, the region file first; `_` is a slash and `.yaml` is added."""
    for name, text in {"region": content, **others}.items():
        file = folder / f"{name.replace('_', '/')}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text if isinstance(text, str) else dumped(text), encoding="utf-8")
    return folder / "region.yaml"


def dumped(data: object) -> str:
    """As YAML, an entry a line."""
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=None, width=1000))


def findings(file: Path) -> tuple[Finding, ...]:
    """What is wrong with a file; nothing when it is good."""
    try:
        load(file)
    except RegionError as error:
        return error.findings
    return ()


def written_out(file: Path) -> Data:
    """A file written out, whether or not it is good; nothing may be wrong on the way."""
    root = Composer(file.read_text(encoding="utf-8"), str(file)).compose()
    assert isinstance(root, Table)
    out = expand(root, Folder(file, str(file)), KIND)
    assert not out.found
    return content(out.root)
