"""Who can reach what: flows that open and close, by what the rules let through and not by names alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from medcloud.diff.change import SENSITIVE, Change, Kind, Severity
from medcloud.diff.doors import Service, reach
from medcloud.diff.outsiders import outsiders
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
            yield from _outside(pair, "opened", service, opened, (before, after))
        if closed := beyond(before, after):
            yield from _outside(pair, "closed", service, closed, (before, after))
    for service in sorted({*old.leaving, *new.leaving}):
        before, after = old.leaving.get(service, set()), new.leaving.get(service, set())
        if opened := beyond(after, before):
            yield from _leaving(pair, "opened", service, opened)
        if closed := beyond(before, after):
            yield from _leaving(pair, "closed", service, closed)


def _leaving(pair: Pair, kind: Kind, service: Service, ranges: tuple[Network, ...]) -> Iterator[Change]:
    """From a workload to institutions outside, each by itself."""
    about, port = pair.about(service.workload), f"{service.protocol}/{service.port}"
    said = pair.workload(service.workload)
    for there in outsiders(pair, ranges):
        named = _named(there.ranges)
        to = Text(f"区域外的 {named}", f"{named} outside")
        if there.id:
            to = Text(f"{there.said.zh}（{named}）", f"{there.said.en} ({named})")
        text = Text(f"{said} 可以访问{to.zh}（{port}）", f"{said} can reach {to.en} ({port})")
        if kind == "closed":
            text = Text(f"{said} 不能再访问{to.zh}（{port}）", f"{said} can no longer reach {to.en} ({port})")
        id_ = f"{kind}:{service.workload}->{there.id or 'outside'}[{_key(there.ranges)}]:{port}"
        severity, cause = _severity(kind, about.level, foreign=True), _cause(pair, kind, service.workload)
        yield Change(kind, severity, id_, text, about, item="7.2.2-c", cause=cause)


def _inside(pair: Pair, kind: Kind, caller: str, service: Service) -> Change:
    """Between workloads; where it is one, its members call each other."""
    said = pair.workload(caller)
    members = Text(f"{said} 的服务器相互", f"servers of {said} themselves")
    foreign = pair.tenant(caller) != pair.tenant(service.workload)
    caller_text = members if caller == service.workload else Text(said, said)
    return _change(pair, kind, caller, service, caller_text, foreign=foreign)


def _outside(
    pair: Pair, kind: Kind, service: Service, ranges: tuple[Network, ...], sides: tuple[Ranges, Ranges]
) -> Iterator[Change]:
    """From outside the region: everybody, or each institution with the ranges that it gains or loses."""
    before, after = (_named(beyond(side, ())) for side in sides)
    for key, caller in _callers(pair, ranges, everybody=bool(ANYWHERE & sides[kind == "opened"])):
        yield replace(_change(pair, kind, key, service, caller, foreign=True), before=before, after=after)


def _callers(pair: Pair, ranges: tuple[Network, ...], *, everybody: bool) -> Iterator[tuple[str, Text]]:
    if everybody:
        yield "internet", Text("互联网", "the internet")
        return
    for there in outsiders(pair, ranges):
        named = _named(there.ranges)
        said = Text(f"{there.said.zh}（{named}）", f"{there.said.en} ({named})")
        yield (
            f"{there.id or 'intranet'}[{_key(there.ranges)}]",
            said if there.id else Text(f"院内网 {named}", f"the intranet {named}"),
        )


def _change(pair: Pair, kind: Kind, key: str, service: Service, caller: Text, *, foreign: bool) -> Change:
    target, port = pair.workload(service.workload), f"{service.protocol}/{service.port}"
    about = pair.about(service.workload)
    text = Text(f"{caller.zh} 可以访问 {target}（{port}）", f"{caller.en} can reach {target} ({port})")
    if kind == "closed":
        text = Text(
            f"{caller.zh} 不能再访问 {target}（{port}）", f"{caller.en} can no longer reach {target} ({port})"
        )
    id_ = f"{kind}:{key}->{service.workload}:{service.protocol}/{service.port}"
    severity, cause = _severity(kind, about.level, foreign=foreign), _cause(pair, kind, key, service.workload)
    return Change(kind, severity, id_, text, about, item="7.2.2-c", cause=cause)


def _cause(pair: Pair, kind: Kind, *sides: str) -> str:
    """The tenant, else the workload, that is new and is a side of a flow that opens."""
    if kind == "closed":
        return ""
    owners = map(pair.tenant, sides)
    tenants = [f"{kind}:tenants/{owner}" for owner in owners if owner in pair.new_tenants]
    workloads = [f"{kind}:workloads/{side}" for side in sides if side in pair.new_workloads]
    return next(iter((*tenants, *workloads)), "")


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
