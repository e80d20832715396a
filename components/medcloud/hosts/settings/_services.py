"""Names of services: a system lists candidates, the host's own first one counts."""

from __future__ import annotations

from medcloud.hosts.control import Case


def unit(case: Case, role: str) -> str:
    """The unit of a role such as ssh, e.g. sshd.service; the first candidate when the host has none."""
    names = [f"{name}.service" for name in case.known.services[role]]
    return next((n for n in names if _own(case, n)), None) or next(
        (n for n in names if n in case.state.units), names[0]
    )


def _own(case: Case, name: str) -> bool:
    found = case.state.units.get(name)
    return found is not None and found.enabled not in ("", "alias")
