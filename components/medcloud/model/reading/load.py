"""The way from a file to a region."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from medcloud.model.checks import can_be_planned, check
from medcloud.model.findings import RegionRefused, RegionUnreadable
from medcloud.model.reading.repair import build
from medcloud.model.region import Region
from medcloud.text import Finding, Text
from medcloud.text.printable import shown
from medcloud.text.reading.compose import Composer
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.mapping import no_mapping
from medcloud.text.reading.place import finding, located
from medcloud.text.reading.problem import Problem
from medcloud.text.reading.source import Unreadable, decode, read
from medcloud.text.reading.tree import Table, data

KIND = Kind(
    Text("区域文件", "a region file"),
    Text("新建用 medcloud new，或从 examples 复制", "write one with medcloud new, or copy one from examples"),
)


@dataclass(frozen=True)
class Draft:
    """A region file that could be read, and what is wrong with it so far."""

    name: str
    """Of the file, as findings give it."""
    root: Table
    region: Region | None
    """As far as it can be had; None when there is no telling."""
    found: tuple[Finding, ...]
    whole: bool
    """Whether the region has all its parts and its names lead somewhere, so that it can be planned."""

    def refusal(self, problems: Iterable[Problem] = ()) -> RegionRefused | None:
        """What is wrong, with further problems, in the order of the file; None when nothing is."""
        found = [*self.found, *(located(problem, self.name, self.root) for problem in problems)]
        return RegionRefused(*sorted(dict.fromkeys(found), key=_in_file_order)) if found else None


def load(path: str | Path) -> Region:
    """Read a region file; RegionUnreadable or RegionRefused hold all that is wrong with it."""
    return _good(draft(path))


def parse(text: str, file: str) -> Region:
    """The region that a text describes; ``file`` is the name that findings give."""
    try:
        return _good(_draft(decode(text.encode("utf-8", "surrogatepass"), file, KIND), file))
    except Unreadable as error:
        raise RegionUnreadable(*error.findings) from None


def draft(path: str | Path) -> Draft:
    """Like load, but what the file says wrongly is kept, to be said with what else is wrong."""
    try:
        return _draft(read(Path(path), KIND), shown(str(path), 200))
    except Unreadable as error:
        raise RegionUnreadable(*error.findings) from None


def _good(draft: Draft) -> Region:
    if refusal := draft.refusal():
        raise refusal
    assert draft.region is not None  # noqa: S101  # or something would have been found
    return draft.region


def _draft(text: str, name: str) -> Draft:
    composer = Composer(text, name)
    root = composer.compose()
    found = [finding(problem, name, line, column) for problem, line, column in composer.found]
    if not isinstance(root, Table):
        raise RegionRefused(*found, no_mapping(name, KIND))
    said = {problem.loc for problem, *_ in composer.found}
    region, lost, problems = build(data(root), {str(loc[0]) for loc in said if loc})
    whole = region is not None and not lost and not said
    if region is not None:
        problems += check(region, lost)
        whole = whole and can_be_planned(region)
    found += [located(problem, name, root) for problem in problems if problem.loc not in said]
    if region is None and not found:
        raise RegionRefused(no_mapping(name, KIND))
    return Draft(name, root, region, tuple(found), whole)


def _in_file_order(finding: Finding) -> tuple[int, int, str, str, str]:
    place = finding.place
    return place.line, place.column, place.path, finding.item, finding.message.en
