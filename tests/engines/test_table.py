"""The table of programs: its rows, and what does and does not change a cache key."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tools.engines import table
from tools.engines.errors import EngineError

ROWS = {row.name: row for row in table.load()}
KINDS = {"engine", "language", "resource", "launcher"}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the sources that a test may change."""
    return Path(shutil.copytree(table.HERE, tmp_path / "engines"))


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_row_is_complete(row: table.Row) -> None:
    assert row.kind in KINDS
    assert re.fullmatch(r"\d+\.\d+\.\d+", row.version)
    assert (table.HERE / row.source).is_dir()
    assert row.inputs()
    if row.package:
        assert {"go.mod", "go.sum"} <= {path.name for path in row.inputs()}
        assert "{version}" in row.ldflags or row.kind == "resource"


def test_versions_are_those_that_the_modules_pin() -> None:
    pulumi = (table.HERE / "pulumi/go.mod").read_text()
    assert f"github.com/pulumi/pulumi/pkg/v3 v{ROWS['engine'].version}" in pulumi
    assert f"github.com/pulumi/pulumi/sdk/v3 v{ROWS['python'].version}" in pulumi
    assert f"pulumi-yaml v{ROWS['yaml'].version}" in (table.HERE / "yaml/go.mod").read_text()
    openstack = ROWS["openstack"]
    assert f'Version = "{openstack.version}"' in (table.HERE / "openstack/provider/provider.go").read_text()
    assert table.sdk_version(openstack.sdk) == openstack.version


def test_only_yaml_is_optional() -> None:
    assert [row.name for row in table.choose(list(ROWS.values()), None, False)] == [
        "engine",
        "python",
        "launchers",
        "openstack",
    ]
    assert len(table.choose(list(ROWS.values()), None, True)) == len(ROWS)
    assert table.choose(list(ROWS.values()), "yaml", False) == [ROWS["yaml"]]


def test_unknown_name_and_broken_row_are_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="engine, python"):
        table.choose(list(ROWS.values()), "nope", False)
    broken = tmp_path / "table.yaml"
    broken.write_text("rows:\n  - {name: a, programme: b}\n")
    with pytest.raises(EngineError, match=r"row 1 of table\.yaml"):
        table.load(broken)


@pytest.mark.parametrize(
    "change", [{"version": "9.9.9"}, {"ldflags": "-x"}, {"package": "./other"}, {"sdk": "pip"}]
)
def test_key_follows_the_row(change: dict[str, str]) -> None:
    row = ROWS["python"]
    assert replace(row, **change).digest() != row.digest()  # type: ignore[arg-type]  # all are text


def test_key_ignores_what_does_not_build(source: Path) -> None:
    row = ROWS["openstack"]
    before = row.digest(source)
    assert replace(row, minutes=99, optional=True).digest(source) == before
    (source / "openstack/__pycache__").mkdir(exist_ok=True)
    (source / "openstack/__pycache__/x.pyc").write_bytes(b"x")
    assert row.digest(source) == before


@pytest.mark.parametrize(
    ("changed", "follow"),
    [
        ("pulumi/language/run.go", {"python"}),
        ("pulumi/go.sum", {"engine", "python"}),
        ("openstack/provider/tokens.json", {"openstack"}),
        ("openstack/compare.py", {"openstack"}),
        ("launchers/medcloud_program.py", {"launchers"}),
        ("yaml/go.mod", {"yaml"}),
        ("build.py", set()),
    ],
)
def test_key_follows_the_sources_of_its_own_program(source: Path, changed: str, follow: set[str]) -> None:
    before = {name: row.digest(source) for name, row in ROWS.items()}
    with (source / changed).open("a") as file:
        file.write("\n")
    assert {name for name, row in ROWS.items() if row.digest(source) != before[name]} == follow
