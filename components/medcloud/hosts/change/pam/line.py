"""One line of a PAM file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from medcloud.hosts.errors import Refused
from medcloud.text import Text

_LINE = re.compile(
    r"\s*-?(?P<kind>auth|account|password|session)\s+(?P<control>\[[^\]]*\]|\S+)\s+(?P<rest>.*)", re.I
)
_INCLUDE = re.compile(r"\s*@include\s+(?P<file>\S+)\s*")
_ARG = re.compile(r"\[[^\]]*\]|[^\s\[]\S*")


@dataclass(frozen=True)
class PamLine:
    """Kind, control, module, arguments; an include has the file as its module, @include the kind ``*``."""

    kind: str
    control: str
    module: str
    args: tuple[str, ...] = ()
    path: str = ""

    @property
    def includes(self) -> str:
        """The file that it takes in; empty when it is a module."""
        return self.module if self.control in ("include", "substack", "@include") else ""

    def option(self, name: str) -> str | None:
        """The value of ``name=value``, "" of a bare word; None when it is not there. The last one counts."""
        found = [arg for arg in self.args if arg.partition("=")[0] == name]
        return found[-1].partition("=")[2] if found else None


def parse(text: str, path: str) -> PamLine | None:
    """The line of a text; None for comments and blanks. Refused for what goes on in the next line."""
    bare = text.partition("#")[0].strip()
    if bare.endswith("\\"):
        raise Refused(
            Text(
                f"{path}: 续行的 PAM 行，未改动: {bare}",
                f"{path}: a PAM line that goes on in the next, left alone: {bare}",
            )
        )
    if hit := _INCLUDE.fullmatch(bare):
        return PamLine("*", "@include", hit["file"], (), path)
    hit = _LINE.fullmatch(bare)
    if hit is None:
        return None
    module, *args = _ARG.findall(hit["rest"])
    return PamLine(hit["kind"].lower(), hit["control"], module.rpartition("/")[2], tuple(args), path)


def render(line: PamLine) -> str:
    """The line as it is written."""
    return " ".join((line.kind.ljust(10), line.control, line.module, *line.args))
