"""Who can reach what: flows that open and close, by what the rules let through and not by names alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from medcloud.diff.change import SENSITIVE, Change, Kind, Severity
from medcloud.diff.doors import Service, reach
from medcloud.diff.pair import Pair
from medcloud.diff.ranges import ANYWHERE, Network, beyond
from medcloud.text import Text

Ranges = set[Network]
_TOLD = 4
"""Ranges that are told one by one."""


def changes(pair: Pair) -> Iterator[Change]:
    """Every conversation that only one of the plans lets through."""
    old, new = reach(pair.old), reach(pair.new)
    for caller, service in sorted(new.inside - old.inside):
        yield _inside(pair, "opened", caller, service)
    for caller, service in sorted(old.inside - new.inside):
        yield _inside(pair, "closed", caller, service)
    for service in sorted({*old.outside, *new.outside}):
        before, after = old.outside.get(service, set()), new.outside.get(service, set())
        if opened := beyond(after, before):
            yield _outside(pair, "opened", service, opened, (before, after))
        if closed := beyond(before, after):
            yield _outside(pair, "closed", service, closed, (before, after))
    for service in sorted({*old.leaving, *new.leaving}):
        before, after = old.leaving.get(service, set()), new.leaving.get(service, set())
        if opened := beyond(after, before):
            yield _leaving(pair, "opened", service, opened)
        if closed := beyond(before, after):
            yield _leaving(pair, "closed", service, closed)


def _leaving(pair: Pair, kind: Kind, service: Service, ranges: tuple[Network, ...]) -> Change:
    """From a workload to a partner outside."""
    about, port = pair.about(service.workload), f"{service.protocol}/{service.port}"
    said, named = pair.workload(service.workload), _named(ranges)
    text = Text(f"{said} 可以访问区域外的 {named}（{port}）", f"{said} can reach {named} outside ({port})")
    if kind == "closed":
        text = Text(
            f"{said} 不能再访问区域外的 {named}（{port}）",
            f"{said} can no longer reach {named} outside ({port})",
        )
    id_ = f"{kind}:{service.workload}->outside[{_key(ranges)}]:{port}"
    return Change(kind, _severity(kind, about.level, foreign=True), id_, text, about, item="7.2.2-c")


def _inside(pair: Pair, kind: Kind, caller: str, service: Service) -> Change:
    """Between workloads; where it is one, its members call each other."""
    said = pair.workload(caller)
    members = Text(f"{said} 的服务器相互", f"servers of {said} themselves")
    foreign = pair.tenant(caller) != pair.tenant(service.workload)
    caller_text = members if caller == service.workload else Text(said, said)
    return _change(pair, kind, caller, service, caller_text, foreign=foreign)


def _outside(
    pair: Pair, kind: Kind, service: Service, ranges: tuple[Network, ...], sides: tuple[Ranges, Ranges]
) -> Change:
    """From outside the region: everybody, or the ranges that the intranet gains or loses."""
    wide, named = ANYWHERE & sides[kind == "opened"], _named(ranges)
    caller = Text("互联网", "the internet") if wide else Text(f"院内网 {named}", f"the intranet {named}")
    key = "internet" if wide else f"intranet[{_key(ranges)}]"
    before, after = (_named(beyond(side, ())) for side in sides)
    return replace(_change(pair, kind, key, service, caller, foreign=True), before=before, after=after)


def _change(pair: Pair, kind: Kind, key: str, service: Service, caller: Text, *, foreign: bool) -> Change:
    target, port = pair.workload(service.workload), f"{service.protocol}/{service.port}"
    about = pair.about(service.workload)
    text = Text(f"{caller.zh} 可以访问 {target}（{port}）", f"{caller.en} can reach {target} ({port})")
    if kind == "closed":
        text = Text(
            f"{caller.zh} 不能再访问 {target}（{port}）", f"{caller.en} can no longer reach {target} ({port})"
        )
    id_ = f"{kind}:{key}->{service.workload}:{service.protocol}/{service.port}"
    return Change(kind, _severity(kind, about.level, foreign=foreign), id_, text, about, item="7.2.2-c")


def _severity(kind: Kind, level: int, *, foreign: bool) -> Severity:
    """``foreign``: from outside the region or from another tenant."""
    if kind == "closed":
        return "medium"
    if level >= SENSITIVE:
        return "critical" if foreign else "high"
    return "medium" if foreign else "low"


def _named(ranges: tuple[Network, ...]) -> str:
    more = f" … +{len(ranges) - _TOLD}" if len(ranges) > _TOLD else ""
    return ", ".join(map(str, ranges[:_TOLD])) + more


def _key(ranges: tuple[Network, ...]) -> str:
    """The ranges, or a digest where there are many: who confirms, confirms these and no others."""
    whole = ",".join(map(str, ranges))
    return whole if len(ranges) <= _TOLD else f"{len(ranges)} {sha256(whole.encode()).hexdigest()[:12]}"
