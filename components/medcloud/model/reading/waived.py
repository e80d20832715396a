"""What signed waivers excuse of what is wrong with a region file, and why they do not excuse the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from medcloud.model.excused import waivable
from medcloud.model.region import Region
from medcloud.model.workload import Workload
from medcloud.text import Finding, Text
from medcloud.text.reading.place import dotted
from medcloud.text.reading.problem import Loc, Problem

if TYPE_CHECKING:  # who has no waivers loads no signatures
    from medcloud.waivers import Waiver

Located = tuple[Problem, Finding]

_ABOUT: Mapping[str, Callable[[Region, str, Workload, str], bool]] = {
    "workloads": lambda _, key, __, entry: key == entry,
    "pools": lambda _, __, workload, entry: workload.pool == entry,
    "domains": lambda region, key, _, entry: entry in region.domains_for(key),
    "storage": lambda _, __, workload, entry: entry in workload.tiers,
    "tenants": lambda region, key, _, entry: region.tenant_of(key) == entry,
    "centres": lambda region, key, workload, entry: (
        workload.pool in region.pools and entry in region.centres_of(key)
    ),
}
"""Which workloads an entry of a section is about; of other sections all."""


@dataclass(frozen=True)
class Waived:
    """What would be refused, and the waiver that excuses it."""

    waiver: Waiver
    finding: Finding


def waiver_of(problem: Problem, waivers: Iterable[Waiver], region: Region) -> Waiver | None:
    """The waiver that excuses what is wrong: for its item and place, and the data there."""
    naming = [w for w in waivers if w.names(problem.item, dotted(problem.loc))]
    if not naming or not waivable(dotted(problem.loc), problem.item):
        return None
    level = _level(region, problem.loc)
    return next((w for w in naming if level <= w.level), None)


def judged(
    found: Iterable[Located], waivers: Iterable[Waiver], region: Region
) -> tuple[list[Located], list[Waived]]:
    """What stands, with the reason where a waiver names it in vain, and what is waived."""
    standing: list[Located] = []
    waived: list[Waived] = []
    own = tuple(waivers)
    for problem, finding in found:
        if waiver := waiver_of(problem, own, region):
            waived.append(Waived(waiver, finding))
        else:
            standing.append((problem, _explained(problem, finding, own, region)))
    return standing, waived


def _explained(problem: Problem, finding: Finding, waivers: Iterable[Waiver], region: Region) -> Finding:
    waiver = next((w for w in waivers if w.names(problem.item, dotted(problem.loc))), None)
    if waiver is None:
        return finding
    level = _level(region, problem.loc)
    why = Text(
        f"{waiver.id} 只到 {waiver.level} 级，而这里有 {level} 级数据",
        f"{waiver.id} covers data up to level {waiver.level}, and there are data of level {level} here",
    )
    if not waivable(dotted(problem.loc), problem.item):
        why = Text(
            f"{waiver.id} 不适用：可豁免的只有主机与存储的指标、场地、RPO 与备份",
            f"{waiver.id} cannot excuse it: only figures of hosts and storage, sites, RPO and backups "
            "can wait",
        )
    message = Text(f"{finding.message.zh}；{why.zh}", f"{finding.message.en}; {why.en}")
    return replace(finding, message=message)


def _level(region: Region, loc: Loc) -> int:
    """The highest level of the data that an entry of the region file is about; 0 where there are none."""
    section, entry = str(loc[0]), str(loc[1])
    about = _ABOUT.get(section)
    return max(
        (
            workload.level
            for key, workload in region.workloads.items()
            if about is None or about(region, key, workload, entry)
        ),
        default=0,
    )
