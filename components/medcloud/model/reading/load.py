"""The way from a file to a region."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medcloud.model.checks import can_be_planned, check
from medcloud.model.expansion import WORDS, Files, Folder, content, expand, mappings, once, wrong_parts
from medcloud.model.findings import RegionRefused, RegionUnreadable
from medcloud.model.reading.repair import build
from medcloud.model.reading.waived import Waived, judged, waiver_of
from medcloud.model.region import Region
from medcloud.text import Complaint, Finding, Text
from medcloud.text.printable import shown
from medcloud.text.reading.compose import Composer
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.mapping import no_mapping
from medcloud.text.reading.place import finding, located
from medcloud.text.reading.problem import Loc, Problem
from medcloud.text.reading.source import Unreadable, decode, read
from medcloud.text.reading.tree import Node, Table, data

if TYPE_CHECKING:
    from medcloud.waivers import Waiver

KIND = Kind(
    Text("区域文件", "a region file"),
    Text("新建用 medcloud new，或从 examples 复制", "write one with medcloud new, or copy one from examples"),
)


_HEAD = ("version", "region")
"""What every region file begins with, and no part of one has."""
_PART = Complaint(
    Text(
        "没有 version 与 region，像是区域文件的一部分",
        "has no version and no region: it looks like a part of a region file",
    ),
    Text("检查用 include 包含它的区域文件", "check the region file that includes it"),
)


@dataclass(frozen=True)
class Draft:
    """A region file that could be read, and what is wrong with it so far."""

    name: str
    """Of the file, as findings give it."""
    root: Table
    """What the file says, written out."""
    region: Region | None
    """As far as it can be had; None when there is no telling."""
    found: tuple[tuple[Problem, Finding], ...]
    whole: bool
    """Whether the region has all its parts and its names lead somewhere, so that it can be planned."""
    owners: Mapping[str, str]
    """Tenant of each workload that one entry has made for several, by its id."""
    waived: tuple[Waived, ...] = ()
    """What signed waivers excuse, in file order."""

    def refusal(self, problems: Iterable[Problem] = ()) -> RegionRefused | None:
        """What is wrong, with further problems, in the order of the file; None when nothing is."""
        more = ((problem, located(problem, self.name, self.root)) for problem in problems)
        found = once((*self.found, *more), self.owners)
        files = dict.fromkeys([self.name, *sorted(said.place.file for said in found)])
        order = {file: number for number, file in enumerate(files)}
        inside = sorted(dict.fromkeys(found), key=_in_file_order)
        return RegionRefused(*sorted(inside, key=lambda said: order[said.place.file])) if found else None


def load(path: str | Path, environment: str | None = None) -> Region:
    """Read a region file; RegionUnreadable or RegionRefused hold all that is wrong with it."""
    return _good(draft(path, environment))


def parse(
    text: str,
    file: str,
    files: Files | None = None,
    environment: str | None = None,
    waivers: Iterable[Waiver] = (),
) -> Region:
    """The region that a text describes.

    ``file`` is the name that findings give; ``files`` is where it may include others from.
    """
    try:
        read_text = decode(text.encode("utf-8", "surrogatepass"), file, KIND)
        return _good(_draft(read_text, file, files, environment, waivers))
    except Unreadable as error:
        raise RegionUnreadable(*error.findings) from None


def draft(path: str | Path, environment: str | None = None, waivers: Iterable[Waiver] = ()) -> Draft:
    """Like load, but what the file says wrongly is kept, to be said with what else is wrong.

    What the waivers of its region excuse is kept apart; they have been verified.
    """
    name = shown(str(path), 200)
    try:
        return _draft(read(Path(path), KIND), name, Folder(Path(path), name), environment, waivers)
    except Unreadable as error:
        raise RegionUnreadable(*error.findings) from None


def expanded(path: str | Path, environment: str | None = None) -> dict[str, Any]:
    """What a region file says, written out, as the data of one without defaults, templates and the like.

    RegionUnreadable or RegionRefused where there is no telling.
    """
    return content(draft(path, environment).root)


def outline(path: Path, name: str, environment: str | None = None) -> Node | None:
    """What a region file says, written out, however wrong it is; None when it is no text that can be read.

    ``name`` is the file's name as the reader knows it.
    """
    try:
        root = Composer(read(path, KIND), name).compose()
        return expand(root, Folder(path, name), KIND, environment).root if isinstance(root, Table) else root
    except Unreadable:
        return None


def _good(draft: Draft) -> Region:
    if refusal := draft.refusal():
        raise refusal
    assert draft.region is not None  # noqa: S101  # or something would have been found
    return draft.region


def _draft(
    text: str, name: str, files: Files | None, environment: str | None, waivers: Iterable[Waiver]
) -> Draft:
    composer = Composer(text, name)
    root = composer.compose()
    found = [(each[0], finding(each[0], name, *each[1:])) for each in composer.found]
    if not isinstance(root, Table):
        raise RegionRefused(*(said for _, said in found), no_mapping(name, KIND))
    if not root.entries.keys().isdisjoint(mappings()) and root.entries.keys().isdisjoint(_HEAD):
        raise RegionRefused(*(said for _, said in found), finding(Problem((), *_PART), name, 1, 1))
    out = expand(root, files, KIND, environment)
    found += out.found
    said = {problem.loc for problem, _ in found} | {_spot(said) for _, said in found}
    doubtful = _doubtful(problem for problem, _ in found) | out.doubtful
    built = build(data(out.root), doubtful)
    own = [w for w in waivers if built.region is not None and w.region == built.region.region.id]
    waived = [p for p in built.problems if built.region is not None and waiver_of(p, own, built.region)]
    if waived:
        built = build(data(out.root), doubtful, [problem.loc for problem in waived])
    region, problems = built.region, built.problems
    whole = region is not None and not built.lost and not said
    if region is not None:
        checked = check(region, built.lost)
        problems += [each for each in checked if not _is_below(each.loc, built.guessed)]
        whole = whole and can_be_planned(region)
    more = [(problem, located(problem, name, out.root)) for problem in problems]
    more += [(problem, located(problem, name, out.written)) for problem in wrong_parts(out.written)]
    found += [each for each in more if each[0].loc not in said and _spot(each[1]) not in said]
    if region is None and not found:
        raise RegionRefused(no_mapping(name, KIND))
    excused: list[Waived] = []
    if region is not None:
        found += [(problem, located(problem, name, out.root)) for problem in waived]
        found, excused = judged(found, own, region)
    return Draft(name, out.root, region, tuple(found), whole, out.owners, tuple(excused))


def _doubtful(problems: Iterable[Problem]) -> set[str]:
    """Sections of which something could not be read."""
    heads = (
        problem.loc[1:] if problem.loc[0] in WORDS else problem.loc for problem in problems if problem.loc
    )
    return {str(loc[0]) for loc in heads if loc}


def _is_below(loc: Loc, places: Iterable[Loc]) -> bool:
    return any(loc[: len(place)] == place for place in places)


def _spot(finding: Finding) -> tuple[str, int, int]:
    """Where something wrong stands, whatever came of it."""
    return finding.place.file, finding.place.line, finding.place.column


def _in_file_order(finding: Finding) -> tuple[int, int, str, str, str]:
    place = finding.place
    return place.line, place.column, place.path, finding.item, finding.message.en
