"""The region's rules for accounts and sessions (7.2.3) as figures of the controls that see to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from medcloud.hosts.controls import catalogue
from medcloud.hosts.controls.parameter import Parameter
from medcloud.hosts.errors import HardenError
from medcloud.plan.hosts import IdentityPlan
from medcloud.text import Text

Values = Mapping[str, Mapping[str, int]]

FIGURES: Mapping[tuple[str, str], tuple[str, Callable[[IdentityPlan], int]]] = {
    ("password-age", "days"): ("password_days", lambda identity: identity.password_days),
    ("lockout", "failures"): ("lockout_failures", lambda identity: identity.lockout_failures),
    ("lockout", "seconds"): ("lockout_minutes", lambda identity: identity.lockout_minutes * 60),
    ("session-length", "minutes"): ("session_minutes", lambda identity: identity.session_minutes),
    ("one-session", "sessions"): ("sessions", lambda identity: identity.sessions),
}
"""By control and parameter: the field of `identity` that it comes from, and its figure."""


def with_identity(values: Values, identity: IdentityPlan | None, place: str) -> Values:
    """Chosen figures and the region's, the stricter of both; what a waiver made laxer than the rule stays.

    HardenError names the host, the field and the items when the region's own is laxer than the standard.
    """
    if identity is None:
        return values
    if not identity.mfa:
        raise HardenError(
            Text(
                f"{place}: identity.mfa: 7.2.3.2-a: 须为 true",
                f"{place}: identity.mfa: 7.2.3.2-a: must be true",
            )
        )
    found = {control: dict(figures) for control, figures in values.items()}
    for (id_, name), (field, figure) in FIGURES.items():
        control = catalogue.control(id_)
        parameter = next(p for p in control.parameters if p.name == name)
        value = figure(identity)
        if parameter.laxer(value, parameter.default):
            raise parameter.refusal(value, f"{place}: identity.{field}: {', '.join(control.items)}")
        figures = found.setdefault(id_, {})
        figures[name] = _stricter(parameter, figures.get(name, parameter.default), value)
    return found


def _stricter(parameter: Parameter, chosen: int, value: int) -> int:
    waived = parameter.laxer(chosen, parameter.default)
    return chosen if waived or parameter.laxer(value, chosen) else value
