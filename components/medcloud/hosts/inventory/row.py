"""One row of a hosts file, checked as a whole: every error at once, with its place and what to write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from medcloud.hosts.errors import HardenError
from medcloud.plan.hosts import HostRow, WorkloadKind
from medcloud.text import Text

_LAB = ("namespace", "uml", "emulator")
_WORDS = {
    "unexpected_keyword_argument": Text("未知字段: {field}", "unknown fields: {field}"),
    "missing": Text("缺 {field}", "has no {field}"),
    "dataclass_type": Text("应为映射: {input!r}", "must be a mapping: {input!r}"),
    "string_type": Text("应为文本: {input!r}", "must be a text: {input!r}"),
    "string_too_short": Text("不能为空", "must not be empty"),
    "tuple_type": Text("应为文本列表: {input!r}", "must be a list of texts: {input!r}"),
    "literal_error": Text("应为 {expected}: {input!r}", "must be {expected}: {input!r}"),
    "int_type": Text("应为整数: {input!r}", "must be a whole number: {input!r}"),
    "bool_type": Text("应为 true 或 false: {input!r}", "must be true or false: {input!r}"),
}
_BOUNDS = {"port": "1..65535", "level": "0..5"}


def read_row(place: str, data: Mapping[str, Any]) -> HostRow:
    """The row; HardenError names `place`, the host, the field and what it must be."""
    name = data.get("name")
    if not isinstance(name, str) or not name:
        raise HardenError(
            Text(f"{place}: 主机缺 name: {dict(data)}", f"{place}: a host without a name: {dict(data)}")
        )
    given = {key: value for key, value in _today(data).items() if value is not None}
    try:
        return _adapter().validate_json(json.dumps(given))
    except ValidationError as error:
        said = Text.join("; ", (_say(each) for each in error.errors(include_url=False)))
        raise HardenError(Text(f"{place}: {name}: {said.zh}", f"{place}: {name}: {said.en}")) from None


@cache
def _adapter() -> TypeAdapter[HostRow]:
    return TypeAdapter(HostRow)


def _today(data: Mapping[str, Any]) -> dict[str, Any]:
    """Rows as stacks and labs wrote them before: `kind` had two meanings, `os` was the system."""
    found = dict(data)
    kind, system = found.pop("kind", None), found.pop("os", None)
    if kind in _LAB:
        found.setdefault("lab_kind", kind)
    elif kind in get_args(WorkloadKind):
        found.setdefault("workload_kind", kind)
    if system and not found.get("system"):
        found["system"] = system
    return found


def _say(error: ErrorDetails) -> Text:
    *above, field = map(str, error["loc"])
    context = error.get("ctx", {})
    where = ".".join((*above, field))
    if error["type"] in ("greater_than_equal", "less_than_equal"):
        bounds = _BOUNDS.get(field, "-")
        at = f"{where} = {error['input']}"
        return Text(f"{at}: 应在 {bounds} 之间", f"{at}: must be within {bounds}")
    if error["type"] in ("unexpected_keyword_argument", "missing"):
        where = ".".join(above)
    said = context.get("error")
    expected = str(context.get("expected", "")).replace(" or ", " | ").replace(", ", " | ")
    facts = {"field": field, "input": error["input"], "expected": expected}
    if template := _WORDS.get(error["type"]):
        words = Text(template.zh.format(**facts), template.en.format(**facts))
    else:
        words = Text.of(said.args[0] if said else error["msg"])
    return Text(f"{where}: {words.zh}", f"{where}: {words.en}") if where else words
