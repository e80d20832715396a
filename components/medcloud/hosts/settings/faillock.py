"""pam_faillock around pam_unix: asked before it, told of each failure after it, and in the account stack."""

from __future__ import annotations

from dataclasses import dataclass

from medcloud.hosts import pam
from medcloud.hosts.check import GOOD, Check, bad
from medcloud.hosts.control import Case
from medcloud.hosts.overlay import Overlay
from medcloud.hosts.settings.pam_module import add, require
from medcloud.hosts.settings.setting import Setting

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
            account = pam.resolve(case.state, service, "account") or ()
            if not any(line.module == MODULE for line in account):
                return bad(f"/etc/pam.d/{service} account", None, MODULE)
        return GOOD

    def set(self, case: Case, overlay: Overlay) -> None:
        """authfail before pam_deny, so that other ways to log in are asked first."""
        require(case, MODULE)
        for path in case.known.pam["auth"]:
            add(overlay, path, _PREAUTH, "pam_unix.so")
            add(overlay, path, _AUTHFAIL, "pam_deny.so")
        for path in case.known.pam["account"]:
            add(overlay, path, _ACCOUNT, "pam_unix.so")


def _word(line: pam.PamLine) -> str:
    if line.module == MODULE:
        return next((word for word in ("preauth", "authfail") if word in line.args), "")
    return line.module if line.module == "pam_unix.so" else ""
