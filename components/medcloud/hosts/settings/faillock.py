"""pam_faillock around pam_unix: asked before it, told of each failure after it, and in the account stack.

Nothing between pam_unix and authfail may end the stack: the RPM family's `requisite pam_succeed_if.so uid >=
1000` there would keep the failures of root from being counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text, pam
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.errors import Refused
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.pam_module import add, require
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

MODULE = "pam_faillock.so"
_PREAUTH = pam.PamLine("auth", "required", MODULE, ("preauth", "silent"))
_AUTHFAIL = pam.PamLine("auth", "[default=die]", MODULE, ("authfail",))
_ACCOUNT = pam.PamLine("account", "required", MODULE)


@dataclass(frozen=True)
class Faillock(Setting):
    """The three lines in the order that makes them work."""

    services: tuple[str, ...] = ("sshd", "login")

    def check(self, case: Case) -> Check:
        """preauth, then pam_unix, then authfail; and account."""
        for service in self.services:
            auth = pam.resolve(case.state, service, "auth")
            if auth is None:
                continue
            words = [_word(line) for line in auth]
            order = [words.index(w) if w in words else -1 for w in ("preauth", "pam_unix.so", "authfail")]
            if -1 in order or order != sorted(order):
                return bad(
                    f"/etc/pam.d/{service} auth",
                    " ".join(filter(None, words)),
                    "preauth pam_unix.so authfail",
                )
            between = [line for line in auth[order[1] + 1 : order[2]] if line.control == "requisite"]
            if between:
                return bad(f"/etc/pam.d/{service} auth", pam.render(between[0]), "pam_unix.so authfail")
            account = pam.resolve(case.state, service, "account") or ()
            if not any(line.module == MODULE for line in account):
                return bad(f"/etc/pam.d/{service} account", None, MODULE)
        return GOOD

    def set(self, case: Case, overlay: Overlay) -> None:
        """authfail before what ends the stack, so that other ways to log in are asked first."""
        require(case, MODULE)
        for path in case.known.pam["auth"]:
            add(overlay, path, _PREAUTH, "pam_unix.so")
            _add_authfail(overlay, path)
        for path in case.known.pam["account"]:
            add(overlay, path, _ACCOUNT, "pam_unix.so")


def _add_authfail(overlay: Overlay, path: str) -> None:
    """Before the first line after pam_unix that may end the stack."""
    content = overlay.read(path)
    if content is None:
        return
    lines = text.split(content, path)
    parsed = [pam.parse(line.text, path) for line in lines]
    auth = [(n, line) for n, line in enumerate(parsed) if line and line.kind == "auth"]
    unix = next((n for n, line in auth if line.module == "pam_unix.so"), None)
    ends = (n for n, line in auth if unix is not None and n > unix and _ends(line))
    end = next(ends, None)
    if end is None:
        raise Refused(
            Text(
                f"{path}: auth 无 pam_deny.so，不识此布局，未改动",
                f"{path}: auth has no pam_deny.so: unknown layout, left alone",
            )
        )
    if any(line.control == "sufficient" for n, line in auth if n > end):
        raise Refused(
            Text(
                f"{path}: {lines[end].text.strip()} 之后还有鉴别方式",
                f"{path}: other ways to log in come after {lines[end].text.strip()}",
            )
        )
    there = next((n for n, line in auth if _word(line) == "authfail"), None)
    if there is None:
        overlay.write(path, text.join(pam.insert(lines, path, end, _AUTHFAIL)))
    elif there > end:
        raise Refused(
            Text(
                f"{path}: authfail 在 {lines[end].text.strip()} 之后，须人工处理",
                f"{path}: authfail stands after {lines[end].text.strip()}: mend by hand",
            )
        )


def _ends(line: pam.PamLine) -> bool:
    return line.control == "requisite" or line.module == "pam_deny.so"


def _word(line: pam.PamLine) -> str:
    if line.module == MODULE:
        return next((word for word in ("preauth", "authfail") if word in line.args), "")
    return line.module if line.module == "pam_unix.so" else ""
