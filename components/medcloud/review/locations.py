"""From a resource back to the line of the region file that asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from medcloud.model.reading import outline
from medcloud.plan.region import RegionPlan
from medcloud.text import Place
from medcloud.text.reading.tree import Node, Scalar, Table, below

# The most telling label first: what a person changes is the workload, then its pool, then the centre.
_SECTIONS = (("workload", "workloads"), ("domain", "domains"), ("centre", "centres"), ("tenant", "tenants"))


@dataclass(frozen=True)
class RegionFile:
    """Lines of a region file by section and key, and what the file comes to."""

    project: str
    """Where to mend what is not the region file's: the program's Pulumi.yaml, as the reader knows it."""
    shown: str = ""
    """The region file's name as the reader knows it; empty without one."""
    id: str = ""
    """The region's id, with which all names of the convention begin."""
    lines: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    """Place of ``(section, key)``, maybe in an included file; ``(section, "")`` is the section itself."""
    plan: RegionPlan | None = None

    def of(self, labels: Mapping[str, str], names: tuple[str, ...]) -> Place:
        """The place of a resource: by its labels, else by its own and its parents' names."""
        own = self.id and labels.get("region", self.id) == self.id
        for label, section in _SECTIONS if own else ():
            where = self.lines.get((section, labels[label])) if label in labels else None
            if where:
                return where
        for name in names:
            for key in self._named(name):
                return self.lines[key]
        return Place(self.project, 1, 1)

    def at(self, path: str) -> Place:
        """The line of the entry of the region file that a path leads into."""
        section, _, rest = path.partition(".")
        key = rest.partition(".")[0].partition("[")[0]
        return self.lines.get((section, key)) or self.lines.get((section, "")) or Place(self.project, 1, 1)

    def _named(self, name: str) -> Iterator[tuple[str, str]]:
        """What a name of the convention ``region-centre-workload-what-index`` stands for, best first."""
        words = name.split("-")
        if not self.id or words[: len(self.id.split("-"))] != self.id.split("-"):
            return
        keys = {"-".join(words[i:j]) for i in range(1, len(words)) for j in range(i + 1, len(words) + 1)}
        for section in ("workloads", "pools", "storage", "domains", "centres"):
            own = [(kind, key) for kind, key in self.lines if kind == section and key in keys]
            yield from sorted(own, key=lambda found: len(found[1]), reverse=True)
        if ("region", "") in self.lines:
            yield ("region", "")


def region_file(
    path: Path, shown: str, project: str, plan: RegionPlan | None = None, environment: str | None = None
) -> RegionFile:
    """The lines of a region file; none when it is not YAML that can be read."""
    root = outline(path, shown, environment)
    found = below(below(root, "region"), "id")
    own = str(found.value) if isinstance(found, Scalar) else ""
    return RegionFile(project, shown, own, dict(_lines(root)), plan)


def _lines(root: Node | None) -> Iterator[tuple[tuple[str, str], Place]]:
    for section, key in _keys(root):
        yield (section, ""), key
        for name, place in _keys(below(root, section)):
            yield (section, name), place


def _keys(node: Node | None) -> list[tuple[str, Place]]:
    found = node.keys if isinstance(node, Table) else {}
    return [(name, Place(key.file, key.line, key.column)) for name, key in found.items()]
