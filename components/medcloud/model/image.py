"""Operating system images (7.1.2.1)."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints, model_validator

from .base import Model
from .problem import refuse
from .text import OS, Name

ImageId = Annotated[str, StringConstraints(strict=True, pattern=OS.removesuffix("$") + r"(/[a-z0-9_]+)?$")]


class Image(Model):
    """Either a file to upload or an image that exists."""

    existing: Name | None = None
    """Name of an image that exists."""
    file: Name | None = None
    """Path of a file to upload, relative to the region file."""

    @model_validator(mode="after")
    def _either(self) -> Image:
        if (self.existing is None) == (self.file is None):
            raise refuse(
                "镜像须恰有 existing 与 file 之一",
                "an image has either existing or file",
                "写 {existing: 名称} 或 {file: 路径}",
                "write {existing: name} or {file: path}",
            )
        return self
