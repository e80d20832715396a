"""Operating system images (7.1.2.1)."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StrictStr, model_validator

from medcloud.model.base import Model
from medcloud.model.refuse import refuse
from medcloud.model.scalars import OS, Key, Name
from medcloud.text import Text
from medcloud.text.printable import shown

_STEP = r"(?![.]{1,2}(/|$))[\w.][\w.+@=, -]*"
_FILE = rf"{_STEP}(/{_STEP})*"

ImageId = Annotated[
    StrictStr,
    Key(
        OS.removesuffix("$") + r"(/[a-z0-9_]{1,20})?$",
        "写操作系统及版本，如 openeuler-24.03 或 openeuler-24.03/arm64",
        "write the system and its version, e.g. openeuler-24.03 or openeuler-24.03/arm64",
    ),
]


def _file(text: str) -> str:
    if re.fullmatch(_FILE, text):
        return text
    raise refuse(
        Text(
            f"“{shown(text)}”不是区域文件所在文件夹内的文件",
            f"“{shown(text)}” is no file in the folder of the region file",
        ),
        Text(
            "写相对路径，如 images/cloud.img：不含 .. 与 shell 字符，不以斜杠或连字符开头",
            "write a relative path, e.g. images/cloud.img: no .., no characters of a shell, no / or - first",
        ),
    )


ImageFile = Annotated[Name, AfterValidator(_file)]


class Image(Model):
    """Either a file to upload or an image that exists."""

    existing: Name | None = None
    """Name of an image that exists."""
    file: ImageFile | None = None
    """Path of a file to upload, in the folder of the region file or below it."""

    @model_validator(mode="after")
    def _either(self) -> Image:
        if (self.existing is None) == (self.file is None):
            raise refuse(
                Text("镜像须恰有 existing 与 file 之一", "an image has either existing or file"),
                Text("写 {existing: 名称} 或 {file: 路径}", "write {existing: name} or {file: path}"),
            )
        return self
