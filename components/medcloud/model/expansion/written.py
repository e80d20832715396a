"""A region written out, as the text of a region file."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import Any

import yaml

from medcloud.model.region import NOTE
from medcloud.text.reading.scalars import resolve, trap
from medcloud.text.reading.tree import Table, data


class _Dumper(yaml.SafeDumper):
    """Quotes what versions of YAML read differently, and shows values that are alike each time."""

    def ignore_aliases(self, data: Any) -> bool:  # PyYAML's signature
        """Always."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    plain = resolve(text) == text and trap(text) is None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if plain else '"')


_Dumper.add_representer(str, _text)


def content(root: Table) -> dict[str, Any]:
    """What was written out as plain data, without the keys that nothing reads."""
    return {key: value for key, value in data(root).items() if not key.startswith(NOTE)}


def written_out(content: Mapping[str, Any]) -> str:
    """The same as YAML, an entry a line."""
    return "".join(_section(key, value) for key, value in content.items())


def _section(key: str, value: Any) -> str:
    if not (isinstance(value, dict) and any(isinstance(entry, dict) for entry in value.values())):
        return f"{_line(key, value)}\n"
    return f"{key}:\n" + "".join(f"  {_line(name, entry)}\n" for name, entry in value.items())


def _line(key: str, value: Any) -> str:
    """``key: value``, whatever is in the value."""
    text = yaml.dump(
        {key: value}, Dumper=_Dumper, default_flow_style=True, allow_unicode=True, sort_keys=False, width=inf
    )
    return str(text).strip().removeprefix("{").removesuffix("}")
