"""Which controls, and with which figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from medcloud.hosts.audit.judge import urn
from medcloud.hosts.controls import catalogue
from medcloud.hosts.controls.control import Control
from medcloud.hosts.errors import HardenError
from medcloud.text import Text
from medcloud.waivers import Waivers

_ORDER = ("low", "medium", "high", "critical")
_GIVEN = re.compile(r"(?P<control>[a-z0-9-]+)\.(?P<name>\w+)=(?P<value>-?\d+)")


def choose(
    *, ids: Sequence[str] = (), families: Sequence[str] = (), severity: str | None = None
) -> list[Control]:
    """The chosen controls; HardenError when a name is unknown or nothing is left."""
    for family in families:
        if family not in catalogue.families():
            known = ", ".join(catalogue.families())
            raise HardenError(
                Text(f"{family}: 无此族；已有: {known}", f"{family}: no such family; there are: {known}")
            )
    named = [catalogue.control(id_) for id_ in ids]
    least = _ORDER.index(severity) if severity else 0
    found = [
        control
        for control in catalogue.controls().values()
        if (not (ids or families) or control in named or control.family in families)
        and _ORDER.index(control.severity) >= least
    ]
    if not found:
        raise HardenError(Text("没有选中控制项", "no control is chosen"))
    return found


def parameters(
    given: Iterable[str], waivers: Waivers, hosts: Sequence[str]
) -> Mapping[str, Mapping[str, int]]:
    """Figures by control; HardenError when one is unknown, out of range, or laxer than the standard.

    A laxer one needs a waiver for the control on every chosen host.
    """
    found: dict[str, dict[str, int]] = {}
    for text in given:
        hit = _GIVEN.fullmatch(text)
        if hit is None:
            raise HardenError(
                Text(f"{text}: 应写作 控制项.参数=整数", f"{text}: write control.parameter=number")
            )
        control = catalogue.control(hit["control"])
        parameter = next((p for p in control.parameters if p.name == hit["name"]), None)
        if parameter is None:
            known = ", ".join(p.name for p in control.parameters) or "-"
            raise HardenError(
                Text(
                    f"{text}: {control.id} 无此参数；已有: {known}",
                    f"{text}: {control.id} has no such parameter; there are: {known}",
                )
            )
        waived = bool(hosts) and all(waivers.cover_rule(control.items, urn(control.id, h), 0) for h in hosts)
        value = parameter.checked(int(hit["value"]), waived=waived, place=text)
        found.setdefault(control.id, {})[parameter.name] = value
    return found
