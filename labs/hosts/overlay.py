"""Trees with a folder over them that takes what a build changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from labs.hosts import bootstrap, debs, progress
from labs.hosts.place import HERE

LAYER = HERE / "launchers/layer.sh"


@dataclass(frozen=True)
class Overlay:
    """Trees (topmost first) and a folder beside them that takes what is changed."""

    lower: Sequence[Path]
    scratch: Path

    @property
    def upper(self) -> Path:
        """What was changed."""
        return self.scratch / "upper"

    @property
    def root(self) -> Path:
        """Where all of it is seen, by the command that runs there only."""
        return self.scratch / "root"

    def inside(self, command: Sequence[str], log: Path) -> None:
        """Run a command in the trees; only `upper` is written."""
        progress.run(f"运行 {command[0]}", [*self._box("inside"), *command], log)

    def outside(self, command: Sequence[str], log: Path) -> None:
        """Run a command of this machine while the trees are to be seen at `root`."""
        progress.run(f"运行 {command[0]}", [*self._box("outside"), *command], log)

    def install(self, wanted: Sequence[str], log: Path) -> None:
        """Add packages to `upper`."""
        env = debs.apt().environment(self.root)
        progress.run("安装软件包", [*self._box("outside"), *bootstrap.apt_install(wanted)], log, env)

    def _box(self, where: str) -> list[str]:
        for folder in (self.upper, self.scratch / "work", self.root):
            folder.mkdir(parents=True, exist_ok=True)
        lower = ":".join(str(tree) for tree in self.lower)
        archives = str(debs.apt().archives)
        words = ["sh", str(LAYER), str(bootstrap.STARTED), archives, where, str(self.root), lower]
        return [*bootstrap.ISOLATED, *words, str(self.upper), str(self.scratch / "work")]
