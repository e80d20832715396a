"""How our audit rules are made: for the host's instruction set, and for what the host has."""

from __future__ import annotations

from collections.abc import Iterable

from medcloud.hosts.case import Case
from medcloud.hosts.settings import AuditRule, NotHere, Setting
from medcloud.text import Text

PEOPLE = "-F auid>=1000 -F auid!=unset"
"""By someone who logged in, not by a service."""

_NONE = Text("主机没有这些文件", "the host has none of these files")
_TWO_WIDTHS = ("x86_64", "aarch64")
# the generic system call table has only the *at forms; loongarch64 lacks renameat besides
_GENERIC = frozenset(
    ("chmod", "chown", "lchown", "open", "creat", "unlink", "rmdir", "rename", "link", "symlink", "mknod")
)
_LACKS = {"aarch64": _GENERIC, "loongarch64": _GENERIC | {"renameat"}}


def calls(case: Case, names: Iterable[str], fields: str, key: str, *, wide: bool = False) -> list[AuditRule]:
    """One rule for each width of the host's instruction set; calls that it lacks are left out."""
    isa = case.state.isa
    lacking = _LACKS.get(isa, frozenset())
    widths = ("b64", "b32") if isa in _TWO_WIDTHS else ("b64",)
    named = tuple(names)
    rules = []
    for width in widths:
        known = [name for name in named if width == "b32" or name not in lacking]
        words = " ".join(filter(None, (f"-S {','.join(known)}", fields)))
        rules.append(AuditRule(f"-a always,exit -F arch={width} {words} -k {key}", wide))
    return rules


def watch(
    case: Case, paths: Iterable[str], key: str, perm: str = "wa", *, made: Iterable[str] = ()
) -> list[Setting]:
    """A watch on each path that is there (the control names them in its `rights`), or that will be `made`."""
    paths = tuple(paths)
    there = {*case.state.rights_of(*paths), *made}
    return [AuditRule(f"-w {path} -p {perm} -k {key}") for path in paths if path in there] or [NotHere(_NONE)]


def programs(case: Case, paths: Iterable[str], key: str) -> list[Setting]:
    """A record whenever a person runs one of these programs, as far as they are there."""
    rights = ((path, case.state.rights(path)) for path in paths)
    there = [path for path, found in rights if found is not None and found.kind == "f"]
    made: list[Setting] = [
        AuditRule(f"-a always,exit -F path={p} -F perm=x {PEOPLE} -k {key}") for p in there
    ]
    return made or [NotHere(_NONE)]
