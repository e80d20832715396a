"""From a resource back to the line of the region file that asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from medcloud.plan.shapes import RegionPlan
from medcloud.review.shapes import Place

# The most telling label first: what a person changes is the workload, then its pool, then the centre.
_SECTIONS = (("workload", "workloads"), ("domain", "domains"), ("centre", "centres"), ("tenant", "tenants"))


@dataclass(frozen=True)
class RegionFile:
    """Lines of a region file by section and key, and what it comes to."""

    shown: str
    """The file's name as the reader knows it; the project's file when there is no region file."""
    lines: Mapping[tuple[str, str], tuple[int, int]]
    """Line and column (from 1) of ``(section, key)``; ``(section, "")`` is the section itself."""
    plan: RegionPlan | None = None

    def of(self, labels: Mapping[str, str], names: tuple[str, ...]) -> Place:
        """The place of a resource: by its labels, else by its own and its parents' names."""
        for label, section in _SECTIONS:
            where = self.lines.get((section, labels.get(label, "")))
            if where and labels.get(label):
                return Place(self.shown, *where)
        for name in names:
            for section, key in self._named(name):
                if (section, key) in self.lines:
                    return Place(self.shown, *self.lines[section, key])
        return Place(self.shown, *self.lines.get(("region", ""), (1, 1)))

    def _named(self, name: str) -> Iterator[tuple[str, str]]:
        """What a name of the convention ``region-centre-workload-what-index`` stands for, best first."""
        words = name.split("-")
        keys = {"-".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
        for section in ("workloads", "pools", "domains", "centres", "storage"):
            own = [key for kind, key in self.lines if kind == section and key in keys]
            yield from ((section, key) for key in sorted(own, key=len, reverse=True))


def no_region_file(project_file: str) -> RegionFile:
    """For a stack with no region file: everything is mended in the project."""
    return RegionFile(project_file, {})


def region_file(path: Path, shown: str, plan: RegionPlan | None = None) -> RegionFile:
    """The lines of a region file; none when it is not YAML that can be read."""
    try:
        root = yaml.compose(path.read_text("utf-8-sig"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return RegionFile(shown, {}, plan)
    return RegionFile(shown, dict(_lines(root)), plan)


def _lines(root: yaml.Node | None) -> Iterator[tuple[tuple[str, str], tuple[int, int]]]:
    for section, body in _entries(root):
        yield (section.value, ""), _at(section)
        for key, _ in _entries(body):
            yield (section.value, key.value), _at(key)


def _entries(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        return []
    return [(key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)]


def _at(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
