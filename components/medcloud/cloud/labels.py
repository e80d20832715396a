"""The convention's labels in the room that a resource type has (docs/conventions.md)."""

from collections.abc import Mapping

from medcloud.standard import conventions

_BRIEF = ("region", "centre", "workload", "level", "owner")
_RECORD = ("region", "workload", "level")

SHORT_TEXT = 255
"""Characters that neutron, octavia and cinder leave for a description."""
RECORD_TEXT = 160
"""Characters that designate leaves for one."""


def brief(labels: Mapping[str, str], text: str = "") -> str:
    """A description of at most 255 characters: the labels that rules read first, then `text`."""
    return _line(labels, _BRIEF, text, SHORT_TEXT)


def record(labels: Mapping[str, str]) -> str:
    """A description of at most 160 characters for a zone or a record set."""
    return _line(labels, _RECORD, "", RECORD_TEXT)


def _line(labels: Mapping[str, str], keys: tuple[str, ...], text: str, limit: int) -> str:
    line = conventions.description({key: labels[key] for key in keys if key in labels})
    return (f"{line}; {text}" if text else line)[:limit]
