"""Operating system images (7.1.2.1)."""

from __future__ import annotations

from typing import Annotated

from pydantic import StrictStr, model_validator

from medcloud.model.base import Model
from medcloud.model.refuse import refuse
from medcloud.model.scalars import OS, Key, Name
from medcloud.text import Text

ImageId = Annotated[
    StrictStr,
    Key(
        OS.removesuffix("$") + r"(/[a-z0-9_]{1,20})?$",
        "写操作系统及版本，如 openeuler-24.03 或 openeuler-24.03/arm64",
        "write the system and its version, e.g. openeuler-24.03 or openeuler-24.03/arm64",
    ),
]


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
                Text("镜像须恰有 existing 与 file 之一", "an image has either existing or file"),
                Text("写 {existing: 名称} 或 {file: 路径}", "write {existing: name} or {file: path}"),
            )
        return self
