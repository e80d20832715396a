"""The way from a file to a region."""

from __future__ import annotations

from pathlib import Path

from medcloud.model.checks import check
from medcloud.model.findings import RegionRefused, RegionUnreadable
from medcloud.model.reading.repair import build
from medcloud.model.region import Region
from medcloud.text import Finding, Text
from medcloud.text.printable import shown
from medcloud.text.reading.compose import Composer
from medcloud.text.reading.kind import Kind
from medcloud.text.reading.mapping import no_mapping
from medcloud.text.reading.place import finding, located
from medcloud.text.reading.source import Unreadable, decode, read
from medcloud.text.reading.tree import Table, data

KIND = Kind(
    Text("区域文件", "a region file"),
    Text("新建用 medcloud new，或从 examples 复制", "write one with medcloud new, or copy one from examples"),
)


def load(path: str | Path) -> Region:
    """Read a region file; RegionUnreadable or RegionRefused hold all that is wrong with it."""
    try:
        return _region(read(Path(path), KIND), shown(str(path), 200))
    except Unreadable as error:
        raise RegionUnreadable(*error.findings) from None


def parse(text: str, file: str) -> Region:
    """The region that a text describes; ``file`` is the name that findings give."""
    try:
        return _region(decode(text.encode("utf-8", "surrogatepass"), file, KIND), file)
    except Unreadable as error:
        raise RegionUnreadable(*error.findings) from None


def _region(text: str, name: str) -> Region:
    composer = Composer(text, name)
    root = composer.compose()
    found = [finding(problem, name, line, column) for problem, line, column in composer.found]
    if not isinstance(root, Table):
        raise RegionRefused(*found, no_mapping(name, KIND))
    said = {problem.loc for problem, *_ in composer.found}
    region, lost, problems = build(data(root), {str(loc[0]) for loc in said if loc})
    if region is not None:
        problems += check(region, lost)
    found += [located(problem, name, root) for problem in problems if problem.loc not in said]
    if found or region is None:
        raise RegionRefused(*sorted(dict.fromkeys(found), key=_in_file_order))
    return region


def _in_file_order(finding: Finding) -> tuple[int, int, str]:
    return finding.place.line, finding.place.column, finding.place.path
