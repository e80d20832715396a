"""The table of programs: `table.yaml` as rows, and the digest that keys the cache."""

from __future__ import annotations

import hashlib
import importlib.metadata
import platform
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from tools.engines.errors import EngineError

HERE = Path(__file__).parent
# These change what is shown or when a row is built, never the program; `edits` counts by its files.
UNKEYED = ("minutes", "optional", "name", "edits")


@dataclass(frozen=True)
class Row:
    """One program; the fields are described at the head of `table.yaml`."""

    name: str
    program: str
    version: str
    kind: str
    source: str
    package: str = ""
    ldflags: str = ""
    edits: str = ""
    prepare: str = ""
    sdk: str = ""
    minutes: int = 1
    optional: bool = False

    @property
    def plugin(self) -> str:
        """Directory name of a resource plugin in the engine's plugin folder."""
        return f"{self.program.removeprefix('pulumi-')}-v{self.version}"

    def inputs(self, root: Path = HERE) -> list[Path]:
        """Files that decide what the build gives: the module's pins, and our own sources of the package."""
        folder = root / self.source
        if not self.package or self.package == ".":
            return sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        pins = [folder / "go.mod", folder / "go.sum"]
        own = (folder / self.package).rglob("*.go") if self.package.startswith("./") else []
        ours = (p for p in (folder / self.edits).rglob("*") if p.is_file()) if self.edits else []
        return [*pins, *sorted(own), *sorted(ours)]

    def digest(self, root: Path = HERE) -> str:
        """12 hex digits over the row, its inputs, the SDK's version and the platform."""
        data = {k: v for k, v in asdict(self).items() if k not in UNKEYED}
        whole = hashlib.sha256(repr(sorted(data.items())).encode())
        whole.update(f"{platform.system()} {platform.machine()} {sdk_version(self.sdk)}".encode())
        for path in self.inputs(root):
            whole.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
        return whole.hexdigest()[:12]


def sdk_version(package: str) -> str:
    """Version of the installed PyPI package, or "" where there is none."""
    try:
        return importlib.metadata.version(package) if package else ""
    except importlib.metadata.PackageNotFoundError:
        return ""


def load(path: Path = HERE / "table.yaml") -> list[Row]:
    """All rows in the order they are built. Raises EngineError for a row that cannot be read."""
    rows = []
    for number, raw in enumerate(yaml.safe_load(path.read_text("utf-8"))["rows"], 1):
        try:
            rows.append(Row(**raw))
        except TypeError as error:
            raise EngineError(
                f"{path.name} 第 {number} 行配置有误：{error}",
                f"row {number} of {path.name} is wrong: {error}",
            ) from error
    return rows


def choose(rows: list[Row], only: str | None, everything: bool) -> list[Row]:
    """The rows that a call asks for: one by name, all, or all that are not optional."""
    if only is None:
        return [row for row in rows if everything or not row.optional]
    chosen = [row for row in rows if row.name == only]
    if not chosen:
        names = ", ".join(row.name for row in rows)
        raise EngineError(f"没有名为 {only} 的程序，可选：{names}", f"no program {only}; there are: {names}")
    return chosen
