"""The convention's labels in the room that a resource type has (docs/conventions.md)."""

from collections.abc import Mapping

from medcloud.standard import conventions

# In this order: what has no room any more is left out from the end.
_BRIEF = ("level", "data", "domain", "region", "centre", "workload", "owner")
_RECORD = ("level", "region", "workload")

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
    found = [key for key in keys if key in labels]
    line = conventions.description({key: labels[key] for key in found})
    while len(line) > limit:
        found.pop()
        line = conventions.description({key: labels[key] for key in found})
    return (f"{line}; {text}" if text else line)[:limit]
