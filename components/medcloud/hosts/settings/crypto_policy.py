"""The system-wide crypto policy of the RPM family, e.g. ``DEFAULT:NO-SHA1``: a base and what modifies it."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.settings.check import GOOD, Check, absent, bad
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

_NONE = Text("主机没有系统密码策略", "the host has no system-wide crypto policy")
_CURRENT = "/etc/crypto-policies/state/current"


@dataclass(frozen=True)
class CryptoPolicy(Setting):
    """One of the strong bases, without modules that let weak algorithms back in."""

    bases: tuple[str, ...]
    """The first is what a host with another base gets."""
    weak: tuple[str, ...]
    """Modules that are taken away; what a site has added besides stays."""

    def check(self, case: Case) -> Check:
        """The policy that programs started now obey."""
        now = _policy(case)
        if now is None:
            return absent(_NONE)
        return GOOD if now == self._strong(now) else bad("crypto-policy", now, self._strong(now))

    def set(self, case: Case, overlay: Overlay) -> None:
        """By its own tool, which makes every library's file anew; undone only while it is still ours."""
        now = _policy(case)
        if now is None:
            return
        strong = self._strong(now)
        changed_since = f'[ "$(cat {_CURRENT})" != {shlex.quote(strong)} ]'
        overlay.act(Action(_set(strong), f"{changed_since} || {_set(now)}"))

    def _strong(self, policy: str) -> str:
        base, *modules = policy.split(":")
        kept = [name for name in modules if name.upper() not in self.weak]
        return ":".join([base if base.upper() in self.bases else self.bases[0], *kept])


def _set(policy: str) -> str:
    return f"update-crypto-policies --set {shlex.quote(policy)} >/dev/null"


def _policy(case: Case) -> str | None:
    lines = (line for line in case.state.lines("crypto") if line.startswith("policy "))
    return next((line.removeprefix("policy ").strip() for line in lines), None)
