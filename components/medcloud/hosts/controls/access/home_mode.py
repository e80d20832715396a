"""Homes that are made are not open to others."""

from dataclasses import dataclass

from medcloud.hosts.controls.control import Control
from medcloud.hosts.settings import LoginDefs
from medcloud.hosts.settings.condition import Condition
from medcloud.text import Text


@dataclass(frozen=True)
class _Closed(Condition):
    """A mode without writing for the group and without anything for others."""

    def holds(self, value: str | None) -> bool:
        """As octal figures."""
        return bool(value) and not set(str(value)) - set("01234567") and not int(str(value), 8) & 0o027

    @property
    def write(self) -> str:
        """The group may look."""
        return "0750"

    def __str__(self) -> str:
        return "≤0750"


control = Control(
    id="home-mode",
    clauses=("8.1.4.2-f", "8.1.4.11-b"),
    items=("7.2.2-c",),
    severity="low",
    title=Text("新建的家目录不对他人开放", "New homes are not open to others"),
    breaks=Text("-", "-"),
    proof="effective",
    host_kind="namespace",
    settings=lambda case: [LoginDefs("HOME_MODE", _Closed())],
)
