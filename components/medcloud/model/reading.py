"""From a file to a region."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import ValidationError

from .findings import Finding, RegionRefused, RegionUnreadable
from .region import Region


def load(path: str | Path) -> Region:
    """Read a region file; RegionUnreadable or RegionRefused hold all that is wrong."""
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RegionUnreadable((_finding(str(path), "", f"无法读取 / cannot be read: {error}"),)) from error
    return parse(text, str(path))


def parse(text: str, file: str) -> Region:
    """The region that a text describes; ``file`` is named in findings."""
    try:
        return Region.model_validate(yaml.safe_load(text))
    except yaml.YAMLError as error:
        raise RegionUnreadable((_finding(file, "", str(error)),)) from error
    except ValidationError as error:
        raise RegionRefused(
            tuple(_finding(file, ".".join(map(str, e["loc"])), e["msg"]) for e in error.errors())
        ) from error


def _finding(file: str, path: str, message: str) -> Finding:
    return Finding(file, path, 0, 0, "", message, message, "", "")
