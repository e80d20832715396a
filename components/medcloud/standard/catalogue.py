"""The whole catalogue, read from a folder of data files and checked.

An item's obligation is its own strongest binding word's (basis ``clause``): 应, 须, 需, 严禁, 禁止, 不得 and
杜绝 are 应; 宜 and 建议 are 宜; 可 that permits is 可. Without one the sentence above it binds (``lead``);
with none there either it is an instruction, the form of a requirement in GB/T 1.1: 应 (``form``). An item
that binds in part less than as a whole says so in ``parts``. tests/standard reads the same from the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from medcloud.standard.entries import DataLevel, Evidence, Item, Reading
from medcloud.standard.errors import CatalogueError
from medcloud.standard.parse import parse_evidence, parse_item, parse_level, parse_reading
from medcloud.standard.store import read
from medcloud.text import Text

DATA = Path(__file__).parent / "data"
_TABLES = ("evidence", "levels", "readings")


class Catalogue(NamedTuple):
    """All items in the standard's order, the data levels from 1 up, and the readings."""

    items: Mapping[str, Item]
    levels: Mapping[int, DataLevel]
    readings: tuple[Reading, ...]


def load(folder: Path = DATA) -> Catalogue:
    """Read and check every data file of the folder; CatalogueError names file and id."""
    evidence = {
        key: parse_evidence("evidence.yaml", key, content)
        for key, content in read(folder / "evidence.yaml").items()
    }
    readings = tuple(
        parse_reading("readings.yaml", key, content)
        for key, content in read(folder / "readings.yaml").items()
    )
    levels = _levels(folder / "levels.yaml")
    found: dict[str, tuple[str, object]] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.stem not in _TABLES:
            _collect(found, path)
    items: dict[str, Item] = {}
    for key in _ids(folder / "ids.txt"):
        if key not in found:
            raise CatalogueError(
                Text(f"{_home(folder, key)}: {key}: 缺少此条", f"{_home(folder, key)}: {key}: missing")
            )
        file, content = found.pop(key)
        items[key] = parse_item(file, key, content, evidence, readings)
    for key, (file, _) in found.items():
        raise CatalogueError(Text(f"{file}: {key}: 标准无此条", f"{file}: {key}: no such item in ids.txt"))
    _join(items, levels, readings, evidence)
    return Catalogue(MappingProxyType(items), MappingProxyType(levels), readings)


def _ids(path: Path) -> list[str]:
    try:
        ids = path.read_text(encoding="utf-8").split()
    except OSError as error:
        raise CatalogueError(
            Text(f"{path.name}: 无法读取: {error.strerror}", f"{path.name}: cannot be read: {error.strerror}")
        ) from error
    if len(set(ids)) < len(ids):
        twice = next(key for key in ids if ids.count(key) > 1)
        raise CatalogueError(Text(f"{path.name}: {twice}: 重复", f"{path.name}: {twice}: twice"))
    return ids


def _collect(found: dict[str, tuple[str, object]], path: Path) -> None:
    """Add one chapter's entries; each must belong to the chapter and be nowhere else."""
    for key, content in read(path).items():
        if not isinstance(key, str) or not key.startswith((f"{path.stem}.", f"{path.stem}-")):
            raise CatalogueError(
                Text(f"{path.name}: {key}: 不属于本章", f"{path.name}: {key}: is not of this chapter")
            )
        if key in found:
            raise CatalogueError(
                Text(
                    f"{path.name}: {key}: 与 {found[key][0]} 重复",
                    f"{path.name}: {key}: also in {found[key][0]}",
                )
            )
        found[key] = path.name, content


def _home(folder: Path, key: str) -> str:
    """The file that an item belongs into."""
    names = [
        path.name for path in folder.glob("*.yaml") if key.startswith((f"{path.stem}.", f"{path.stem}-"))
    ]
    return names[0] if names else "*.yaml"


def _levels(path: Path) -> dict[int, DataLevel]:
    content = read(path)
    if list(content) != ["1", "2", "3", "4", "5"]:
        raise CatalogueError(
            Text(
                f"{path.name}: 应恰有第 1 至 5 级，依次排列", f"{path.name}: must hold levels 1 to 5 in order"
            )
        )
    return {int(key): parse_level(path.name, key, entry) for key, entry in content.items()}


def _join(
    items: dict[str, Item],
    levels: dict[int, DataLevel],
    readings: tuple[Reading, ...],
    evidence: Mapping[str, Evidence],
) -> None:
    """Give each level's item its figures, and see that every table speaks of items that exist."""
    for row in levels.values():
        if row.item not in items:
            raise CatalogueError(
                Text(
                    f"levels.yaml: {row.level}: 无此条: {row.item}",
                    f"levels.yaml: {row.level}: no such item: {row.item}",
                )
            )
        own = items[row.item]
        items[row.item] = own._replace(numbers=MappingProxyType({**own.numbers, **row.numbers}))
    for reading in readings:
        for key in reading.items:
            if key not in items:
                raise CatalogueError(
                    Text(
                        f"readings.yaml: {reading.setting}: 无此条: {key}",
                        f"readings.yaml: {reading.setting}: no such item: {key}",
                    )
                )
    used = {document.id for entry in items.values() for document in entry.evidence}
    for slug in evidence:
        if slug not in used:
            raise CatalogueError(
                Text(f"evidence.yaml: {slug}: 无条款使用", f"evidence.yaml: {slug}: no item asks for it")
            )
