"""The way from a file to a region."""

from __future__ import annotations

from pathlib import Path

from medcloud.model.checks import check
from medcloud.model.findings import RegionRefused
from medcloud.model.printable import shown
from medcloud.model.problem import Problem
from medcloud.model.reading.compose import Composer
from medcloud.model.reading.place import finding, located
from medcloud.model.reading.repair import build
from medcloud.model.reading.source import decode, read
from medcloud.model.reading.tree import Table, data
from medcloud.model.region import Region
from medcloud.text import Finding, Text


def load(path: str | Path) -> Region:
    """Read a region file; RegionUnreadable or RegionRefused hold all that is wrong with it."""
    return _parse(read(Path(path)), shown(str(path), 200))


def parse(text: str, file: str) -> Region:
    """The region that a text describes; ``file`` is the name that findings give."""
    return _parse(decode(text.encode("utf-8", "surrogatepass"), file), file)


def _parse(text: str, name: str) -> Region:
    composer = Composer(text, name)
    root = composer.compose()
    found = [finding(problem, name, line, column) for problem, line, column in composer.found]
    if not isinstance(root, Table):
        raise RegionRefused(*found, _no_table(name))
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


def _no_table(name: str) -> Finding:
    problem = Problem(
        (),
        Text("不是区域文件：应为“键: 值”", "is not a region file: keys with values are expected"),
        Text(
            "用 medcloud new 新建，或从 examples 复制",
            "write one with medcloud new, or copy one from examples",
        ),
    )
    return finding(problem, name, 1, 1)
