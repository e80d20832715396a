"""What the text of a catalogue file says as YAML; knows nothing of what it means."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from medcloud.standard.errors import CatalogueError
from medcloud.text import Text

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is ten times as fast
_SCALARS: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:str": str,
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:null": lambda _: None,
}


def parse(path: Path, text: str) -> dict[Any, Any]:
    """The mapping that a text of a file is; CatalogueError when it is none or repeats a key."""
    try:
        content = _value(path, _node(text))
    except yaml.YAMLError as error:
        raise CatalogueError(
            Text(f"{path.name}: 不是有效的 YAML: {error}", f"{path.name}: not valid YAML: {error}")
        ) from error
    if not isinstance(content, dict):
        raise CatalogueError(Text(f"{path.name}: 应为映射", f"{path.name}: must be a mapping"))
    return content


def _node(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return node


def _value(path: Path, node: yaml.Node | None) -> Any:
    """What a node means. YAML's own constructor is slower and keeps the last of two equal keys."""
    if isinstance(node, yaml.MappingNode):
        return _mapping(path, node)
    if isinstance(node, yaml.SequenceNode):
        return [_value(path, child) for child in node.value]
    if node is None:
        return None
    try:
        return _SCALARS[node.tag](node.value)
    except (KeyError, ValueError):
        raise _error(path, node, "不支持的值", "a kind of value that is not used here") from None


def _mapping(path: Path, node: yaml.MappingNode) -> dict[Any, Any]:
    content: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise _error(path, key_node, "键应为文本", "a key must be a text")
        key = _value(path, key_node)
        if key in content:
            raise _error(path, key_node, "重复", "twice")
        content[key] = _value(path, value_node)
    return content


def _error(path: Path, node: yaml.Node, zh: str, en: str) -> CatalogueError:
    what = f"{node.value}: " if isinstance(node, yaml.ScalarNode) else ""
    line = node.start_mark.line + 1
    return CatalogueError(
        Text(f"{path.name}: {what}第 {line} 行：{zh}", f"{path.name}: {what}line {line}: {en}")
    )
