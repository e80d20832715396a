"""Which Pulumi SDKs a program needs: those that its own modules import, read without running them.

An environment often holds more SDKs than a program uses, and the engine fetches the provider of each
that is named. Imports are followed through the program and through component libraries.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

DECLARATION = "pulumi-plugin.json"
INSTALLED = ("site-packages", "dist-packages")
RUNTIME = ("pulumi", "pulumi_policy")


class Imports:
    """Follows imports from an entry point; `declarations` are what the SDKs it meets say of themselves."""

    def __init__(self, search: list[str]) -> None:
        self.search = [Path(folder) for folder in search]
        self.declarations: list[Path] = []
        self._seen: set[Path] = set()
        self._found: dict[str, Path | None] = {}

    def follow(self, start: Path) -> None:
        """Visit a file and everything it leads to."""
        waiting = [start]
        while waiting:
            path = waiting.pop()
            if path in self._seen or not path.is_file():
                continue
            self._seen.add(path)
            try:
                tree = ast.parse(path.read_bytes())
            except (SyntaxError, ValueError):
                continue  # running it will say so
            for node in ast.walk(tree):
                waiting += self._targets(node, path)

    def _targets(self, node: ast.AST, path: Path) -> Iterator[Path]:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from self._absolute(alias.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            parts = node.module.split(".") if node.module else []
            for alias in node.names:
                if node.level:
                    yield from files(path.parents[node.level - 1], [*parts, alias.name])
                else:
                    yield from self._absolute([*parts, alias.name])

    def _absolute(self, parts: list[str]) -> Iterator[Path]:
        folder = self._place(parts[0])
        return files(folder, parts) if folder else iter(())

    def _place(self, top: str) -> Path | None:
        """Folder of a top-level module that is to be followed; an SDK is noted and not followed."""
        if top not in self._found:
            self._found[top] = None
            if top not in sys.stdlib_module_names and top not in RUNTIME:
                self._found[top] = self._look(top)
        return self._found[top]

    def _look(self, top: str) -> Path | None:
        for folder in self.search:
            if (declaration := folder / top / DECLARATION).is_file():
                self.declarations.append(declaration)
                return None
            if (folder / top).is_dir() or (folder / f"{top}.py").is_file():
                own = folder.name not in INSTALLED
                return folder if own or builds_on_pulumi(folder, top) else None
        return None


def files(folder: Path, parts: list[str]) -> Iterator[Path]:
    """Files that importing `a.b.c` below a folder may run: each package, then the module."""
    for part in parts:
        yield folder / f"{part}.py"
        folder = folder / part
        yield folder / "__init__.py"


def builds_on_pulumi(folder: Path, top: str) -> bool:
    """Whether an installed package is a component library: it requires pulumi."""
    for metadata in folder.glob(f"{top}-*.dist-info/METADATA"):
        return any(
            line.startswith("Requires-Dist: pulumi") for line in metadata.read_text("utf-8").splitlines()
        )
    return False
