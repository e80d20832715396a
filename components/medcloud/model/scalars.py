"""Scalar types of the region file; YAML's types are taken as they are, nothing is converted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StrictBool,
    StrictInt,
    StrictStr,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from medcloud.model.identifiers import PATTERN, check_id
from medcloud.model.refuse import refuse
from medcloud.standard.decides import decides
from medcloud.standard.words import OS_FAMILIES
from medcloud.text import Text
from medcloud.text.printable import hidden, shown

OS = rf"^({'|'.join(OS_FAMILIES)})-[a-z0-9][a-z0-9.-]{{0,30}}$"
_DNS = r"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$"
_DNS_LONGEST = 200  # of 253 (RFC 1035), so that workload and centre fit before it


def _name(text: str) -> str:
    if hidden(text):
        raise refuse(
            Text(f"含不可见字符：{shown(text)}", f"has characters that cannot be seen: {shown(text)}"),
            Text("删去控制字符、零宽字符与方向控制符", "remove control, zero-width and direction characters"),
        )
    if not text.strip() or text != text.strip():
        raise refuse(
            Text("名称为空或首尾有空白", "the name is blank, or begins or ends with a blank"),
            Text("写不带首尾空白的名称", "write a name without blanks around it"),
        )
    return text


@decides("7.1.2.1-a")
def _os(text: str) -> str:
    if re.fullmatch(OS, text):
        return text
    raise refuse(
        Text(
            f"“{shown(text)}”不是国产操作系统及版本",
            f"“{shown(text)}” is not a domestic operating system with its version",
        ),
        Text(
            "写 openeuler-、kylin-、uos- 或 anolis- 加版本，如 openeuler-24.03",
            "write openeuler-, kylin-, uos- or anolis- and the version, e.g. openeuler-24.03",
        ),
        item="7.1.2.1-a",
    )


def _dns(text: str) -> str:
    if re.fullmatch(_DNS, text) and len(text) <= _DNS_LONGEST:
        return text
    meant = text.casefold().rstrip(".")
    good = re.fullmatch(_DNS, meant) and len(meant) <= _DNS_LONGEST
    raise refuse(
        Text(f"“{shown(text)}”不是域名", f"“{shown(text)}” is not a domain name"),
        Text(
            f"写 {meant}" if good else "写小写域名，如 cloud.example（中文域名写其 xn-- 形式）",
            f"write {meant}"
            if good
            else "write a lower-case domain, e.g. cloud.example (xn-- form for others)",
        ),
    )


@dataclass(frozen=True)
class Key:
    """Keeps a key that is no identifier to a pattern; the texts say what to write."""

    pattern: str
    zh: str
    en: str

    def check(self, text: str) -> str:
        """The key, when it fits."""
        if re.fullmatch(self.pattern, text):
            return text
        raise refuse(
            Text(f"键“{shown(text)}”不可用", f"key “{shown(text)}” cannot be used"), Text(self.zh, self.en)
        )

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": self.pattern}


COUNT_LIMIT = 1_000_000_000
Flag = StrictBool
Count = Annotated[StrictInt, Field(ge=1, le=COUNT_LIMIT)]
Level = Annotated[StrictInt, Field(ge=1, le=5)]
Port = Annotated[StrictInt, Field(ge=1, le=65535)]
Id = Annotated[StrictStr, AfterValidator(check_id), WithJsonSchema({"type": "string", "pattern": PATTERN})]
Name = Annotated[StrictStr, Field(min_length=1, max_length=200), AfterValidator(_name)]
OsName = Annotated[
    StrictStr,
    AfterValidator(_os),
    WithJsonSchema({"type": "string", "pattern": OS, "x-item": "7.1.2.1-a"}),
]
DnsName = Annotated[
    StrictStr,
    AfterValidator(_dns),
    WithJsonSchema({"type": "string", "pattern": _DNS, "maxLength": _DNS_LONGEST}),
]
