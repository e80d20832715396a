"""Prints the tests of what changed: in the work tree, and on this branch since it left main.

`python -m tools.changed [BASE]`. A file's tests are those of its room and every test that names its module.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from medcloud.text import Text

ROOT = Path(__file__).resolve().parents[1]
BASES = ("origin/main", "main")
ROOMS = (
    ("components/medcloud/", "tests/"),
    ("policies/medcloud_policies/", "tests/policies"),
    ("labs/", "tests/labs/"),
    ("tools/", "tests/"),
    ("benchmarks/", "tests/benchmarks"),
    ("stacks/", "tests/cloud"),
    ("examples/", "tests/region_files"),
    ("docs/", "tests/docs"),
)
"""A folder, and where its tests are: one that ends in a slash has a room's name to come."""
EVERYTHING = ("pyproject.toml", "requirements/", "tests/conftest.py", "tests/support/")
SOURCES = ("components/", "policies/", "")


def main() -> int:
    """Print them, a folder or file a line; nothing when nothing changed."""
    files = changed(sys.argv[1] if len(sys.argv) > 1 else _base())
    found = mirrored(files, ROOT)
    print("\n".join(found))
    print(
        Text(
            f"{len(files)} 个文件有改动 → {', '.join(found) or '-'}",
            f"{len(files)} files changed → {', '.join(found) or '-'}",
        ),
        file=sys.stderr,
    )
    return 0


def mirrored(files: Iterable[str], root: Path) -> list[str]:
    """Test folders and files, none that lies within another; `tests` when what all stand on changed."""
    files = list(files)
    if any(file.startswith(EVERYTHING) for file in files):
        return ["tests"]
    texts = {path: path.read_text("utf-8") for path in (root / "tests").rglob("test_*.py")}
    found = {test for file in files for test in (*_room(file), *_named(file, texts, root))}
    there = sorted(test for test in found if (root / test).exists())
    return [test for test in there if not any(test.startswith(f"{other}/") for other in there)]


def _room(file: str) -> Iterator[str]:
    if file.startswith("tests/"):
        name = file.rpartition("/")[2]
        yield file if re.fullmatch(r"test_.*\.py", name) else file.rpartition("/")[0]
    for folder, tests in ROOMS:
        if file.startswith(folder):
            room = file.removeprefix(folder).partition("/")[0].removesuffix(".py")
            yield f"{tests}{room}" if tests.endswith("/") else tests
            yield f"{tests}test_{room}.py"


def _named(file: str, texts: dict[Path, str], root: Path) -> Iterator[str]:
    if not file.endswith(".py"):
        return
    source = next(source for source in SOURCES if file.startswith(source))
    module = file.removeprefix(source).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    package, _, name = module.rpartition(".")
    names = re.compile(rf"\b{re.escape(module)}\b|from {re.escape(package)} import .*\b{re.escape(name)}\b")
    yield from (path.relative_to(root).as_posix() for path, text in texts.items() if names.search(text))


def changed(base: str) -> list[str]:
    """Files that differ from `base`, or that git does not know yet."""
    return sorted({*_git("diff", "--name-only", base), *_git("ls-files", "--others", "--exclude-standard")})


def _base() -> str:
    for name in BASES:
        if found := _git("merge-base", "HEAD", name):
            return found[0]
    return "HEAD"


def _git(*words: str) -> list[str]:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


if __name__ == "__main__":
    sys.exit(main())
