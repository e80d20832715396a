"""Research gets sensitive data masked or under pseudonyms, and in no other way (C.3-c)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.model.callers import OUTSIDE, callers, expand
from medcloud.model.checks._whole import needs_whole
from medcloud.model.levels import sensitive
from medcloud.model.masking import TREATMENTS, treatments
from medcloud.model.region import Region
from medcloud.standard.decides import decides
from medcloud.standard.words import UTILITY_KINDS, sees_treated_only
from medcloud.text import Text
from medcloud.text.reading.problem import Loc, Problem


@needs_whole("workloads")
@decides("C.3-c")
def research(region: Region) -> Iterator[Problem]:
    """Research that calls data of levels 4 and 5 as they are, AI that calls level 5; a list is named once."""
    for key, workload in region.running.items():
        if not sensitive(workload.level) or workload.kind in UTILITY_KINDS:
            continue
        treated = treatments(region, key)
        raw = [
            caller
            for caller in _callers(region, key)
            if _may_not_see(region, caller, workload.level) and caller not in treated
        ]
        for loc, named in _by_place(region, key, raw):
            many = f"{named} …" if len(raw) > 1 else named
            yield Problem(
                loc,
                Text(
                    f"{many} 属科研或智能分析，而 {key} 为 {workload.level} 级数据：未脱敏不得使用",
                    f"{many} is research or AI, and {key} has level {workload.level} data: never as they are",
                ),
                Text(
                    f"先脱敏再提供，并在 workloads.{key}.pseudonymised（或 masked）写 {named}",
                    f"give them treated, and write {named} in workloads.{key}.pseudonymised (or masked)",
                ),
                "C.3-c",
            )


def _may_not_see(region: Region, caller: str, level: int) -> bool:
    """Whether a caller is of a kind that gets data of this level treated only."""
    found = region.workloads.get(caller)
    return found is not None and sees_treated_only(found.kind, level)


@needs_whole("workloads")
@decides("C.3-c")
def given(region: Region) -> Iterator[Problem]:
    """Callers that get data in two ways, or that do not call at all: what is said of them has no effect."""
    known = {*region.workloads, *region.partners, *OUTSIDE}
    for key, workload in region.running.items():
        calling, masked = set(_callers(region, key)), set(expand(region, key, workload.masked))
        for way, named in zip(TREATMENTS, (workload.masked, workload.pseudonymised), strict=True):
            for index, caller in enumerate(named):
                loc = ("workloads", key, way, index)
                found = expand(region, key, (caller,))
                if way != TREATMENTS[0] and (both := [each for each in found if each in masked]):
                    yield Problem(
                        loc,
                        Text(
                            f"{both[0]} 已在 masked 中：同一调用方只有一种处理",
                            f"{both[0]} is under masked too: a caller gets data in one way",
                        ),
                        Text("只留一处", "keep one of the two"),
                        "C.3-c",
                    )
                elif caller in known and not calling & {*found}:
                    yield Problem(
                        loc,
                        Text(f"{caller} 并不调用 {key}", f"{caller} does not call {key}"),
                        Text(
                            f"在 workloads.{key}.callers 加上 {caller}，或从 {way} 删去",
                            f"add {caller} to workloads.{key}.callers, or take it out of {way}",
                        ),
                        "C.3-c",
                    )


def _callers(region: Region, key: str) -> tuple[str, ...]:
    """Everyone who may call a workload, at whatever port."""
    ports = region.workloads[key].served
    return tuple(dict.fromkeys(caller for port in ports for caller in callers(region, key, port)))


def _by_place(region: Region, key: str, raw: list[str]) -> Iterator[tuple[Loc, str]]:
    """The entries of a workload's lists that let them in, each caller by its first one."""
    left = set(raw)
    for place, named in region.workloads[key].caller_lists.items():
        for index, entry in enumerate(named):
            let = [caller for caller in expand(region, key, (entry,)) if caller in left]
            if let:
                left -= set(let)
                yield ("workloads", key, *place, index), let[0]
