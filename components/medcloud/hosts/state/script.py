"""The shell text that gathers everything; it reads and writes nothing but its output."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from medcloud.hosts.state.asked import Asked

_LARGEST = 1025  # kB of a configuration file that is read
_HEAD = "LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH; cd /\n"
_BEHIND = "-maxdepth 0 -xtype l -type f"
"""Of find -L: links to files."""
_PACK = "| gzip -c | base64"
MARK = "@@begin"
"""What stands before it was printed by the login: greetings in .bashrc and their like."""


def script(asked: Asked) -> str:
    """The script for some globs of files to read and of paths whose rights are asked.

    Its output, from the line MARK on, is gzip in base64: sections, each between ``@@ name`` and
    ``@@= name code``.
    """
    parts = [
        *_probes(),
        ("fixed", _fixed(asked)),
        ("links", _links(asked.reads)),
        ("there", _there(asked.reads)),
        ("files", _files(asked.reads)),
        ("rights", _rights(asked.rights)),
    ]
    body = "".join(_section(name, text) for name, text in parts)
    return f"{_HEAD}echo {MARK}\n{{\n{body}}} {_PACK}\n"


@cache
def _probes() -> tuple[tuple[str, str], ...]:
    folder = files(__package__) / "probes"
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".sh")), key=lambda e: e.name)
    return tuple((entry.name.removesuffix(".sh"), entry.read_text("utf-8")) for entry in found)


def _section(name: str, text: str) -> str:
    lines = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return f"echo '@@ {name}'\n(\n{lines}\n) </dev/null 2>&1\nprintf '\\n@@= {name} %s\\n' $?\n"


def _files(globs: Iterable[str]) -> str:
    """Files, links and the files behind them as one tar archive: bytes, owners and modes."""
    wanted = _words(globs)
    return (
        f"{{ find {wanted} -maxdepth 0 \\( -type l -o -type f -size -{_LARGEST}k \\) -print0; "
        f"find -L {wanted} {_BEHIND} -size -{_LARGEST}k -exec realpath -z {{}} +; }} 2>/dev/null"
        " | sort -zu | tar --null -T - -P --no-recursion --atime-preserve=system -cf - 2>/dev/null | base64"
    )


def _links(globs: Iterable[str]) -> str:
    """Two lines a link: its path, and the file behind it, through however many links."""
    return f"find -L {_words(globs)} {_BEHIND} -print -exec realpath {{}} \\; 2>/dev/null\ntrue"


def _there(globs: Iterable[str]) -> str:
    """Every file that is found, also one that is too large to be read or that tar could not read."""
    return f"find -L {_words(globs)} -maxdepth 0 -type f 2>/dev/null\ntrue"


def _rights(globs: Iterable[str]) -> str:
    return f"find {_words(globs)} -maxdepth 0 -printf '%y %m %u %g %p\\n' 2>/dev/null\ntrue"


def _fixed(asked: Asked) -> str:
    """What even root may not change or replace: attributes i and a, also of what links lead to."""
    found = f"find {_words(asked.attributes)} -maxdepth 0 \\( -type f -o -type d \\)"
    behind = f"find -L {_words(asked.reads)} {_BEHIND} -exec realpath {{}} + | sed 'p;s|/[^/]*$||'"
    ask = "sort -u | xargs -r -d '\\n' lsattr -d"
    return f"{{ {found}; {behind}; }} 2>/dev/null | {ask} 2>/dev/null | grep '^[^ ]*[ia]'\ntrue"


def _words(globs: Iterable[str]) -> str:
    """Globs as words of the shell: everything quoted but the stars."""
    return " ".join(
        "*".join(shlex.quote(part) if part else "" for part in g.split("*")) for g in sorted(set(globs))
    )
