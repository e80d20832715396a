"""Names of services: a system lists candidates, the host's own first one counts."""

from __future__ import annotations

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action

# Debian's journald switches auditing off as it starts, unless its rules are locked
_JOURNAL = """was=$(auditctl -s 2>/dev/null | sed -n 's/^enabled //p')
systemctl restart systemd-journald; done=$?
[ "$was" != 1 ] || auditctl -e 1 >/dev/null
exit $done"""


def unit(case: Case, role: str) -> str:
    """The unit of a role such as ssh, e.g. sshd.service; the first candidate when the host has none."""
    names = [f"{name}.service" for name in case.known.services[role]]
    return next((n for n in names if _own(case, n)), None) or next(
        (n for n in names if n in case.state.units), names[0]
    )


def restart_journal() -> Action:
    """journald reads its file at its start only; auditing stays as it was."""
    return Action(_JOURNAL, _JOURNAL, stage=90, must=False)


def _own(case: Case, name: str) -> bool:
    found = case.state.units.get(name)
    return found is not None and found.enabled not in ("", "alias")
