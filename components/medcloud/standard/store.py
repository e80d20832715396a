"""Reads the catalogue's YAML files; knows nothing of what they mean."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from .errors import CatalogueError

_Base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is ten times as fast


class _Loader(_Base):  # type: ignore[misc]  # chosen at run time
    """A safe loader that refuses a key that stands twice, where YAML would keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise _error(
                    Path(key.start_mark.name), key.value, f"第 {line} 行重复", f"twice (line {line})"
                )
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep=deep))


def _error(path: Path, key: str, zh: str, en: str) -> CatalogueError:
    return CatalogueError(f"{path.name}: {key}: {zh} / {en}")


def read(path: Path) -> dict[Any, Any]:
    """The file's mapping; CatalogueError when it cannot be read, is no mapping or repeats a key."""
    try:
        with path.open(encoding="utf-8") as stream:
            loader = _Loader(stream)
            try:
                content = loader.get_single_data()
            finally:
                loader.dispose()
    except OSError as error:
        raise CatalogueError(f"{path.name}: 无法读取 / cannot be read: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path.name}: 不是有效的 YAML / not valid YAML: {error}") from error
    if not isinstance(content, dict):
        raise CatalogueError(f"{path.name}: 应为映射 / must be a mapping")
    return content
