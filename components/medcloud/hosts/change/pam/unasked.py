"""Lines of an auth stack that let someone in who was asked for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from medcloud.hosts.change.pam.line import PamLine

_ASK_NOTHING = frozenset(
    f"pam_{name}.so"
    for name in (
        *("access", "debug", "echo", "env", "exec", "group", "issue", "listfile", "localuser", "nologin"),
        *("permit", "rhosts", "rootok", "securetty", "shells", "succeed_if", "time", "usertype", "warn"),
        "wheel",
    )
)
_SECRET = ("pam_unix.so", "pam_sss.so", "pam_ldap.so", "pam_krb5.so", "pam_winbind.so", "pam_radius_auth.so")
_SUCCESS = re.compile(r"\bsuccess=(\w+)")


def unasked(auth: Sequence[PamLine]) -> Iterator[PamLine]:
    """Each line whose success alone ends the stack well, or jumps past all that ask for a secret."""
    secret = [at for at, line in enumerate(auth) if line.module in _SECRET]
    for at, line in enumerate(auth):
        if line.module in _SECRET and line.control in ("required", "requisite"):
            return  # without it no later success counts
        if line.module not in _ASK_NOTHING:
            continue
        hit = _SUCCESS.search(line.control)
        word = "done" if line.control == "sufficient" else hit[1] if hit else ""
        jump = at + 1 + int(word) if word.isdigit() else at
        rest = {later.module for later in auth[jump:]}
        skips = any(at < place < jump for place in secret) and not rest & {*_SECRET, "pam_deny.so"}
        if word == "done" or skips:
            yield line
