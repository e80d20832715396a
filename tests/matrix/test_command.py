"""`medcloud coverage`, as a person runs it, also where only the packages are installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from medcloud.cli.coverage import command
from medcloud.standard import items

ROOT = Path(__file__).parents[2]


def test_the_table_has_a_line_an_item_and_adds_up() -> None:
    done = CliRunner().invoke(command)
    assert done.exit_code == 0
    table, _, rest = done.output.partition("\n\n")
    assert [line.split()[0] for line in table.splitlines()[1:]] == [item.id for item in items()]
    counts = [int(line.split()[0]) for line in rest.splitlines() if "/ 156" in line]
    assert (len(counts), sum(counts)) == (5, 156)


def test_json_and_one_item() -> None:
    said = json.loads(CliRunner().invoke(command, ["--json"]).output)
    assert len(said["items"]) == 156
    (entry,) = json.loads(CliRunner().invoke(command, ["A.5-b", "--json"]).output)["items"]
    assert entry in said["items"]
    assert "medcloud/plan/compute/placement.py:1" in entry["derived"]
    text = CliRunner().invoke(command, ["A.5-b", "6.5-b"]).output
    assert "recovery-centre" in text
    assert "firewall" in text


@pytest.mark.parametrize(
    ("args", "words"), [(["9.9-z"], "no such item"), (["--html", "x", "--json"], "alone")]
)
def test_bad_arguments(args: list[str], words: str) -> None:
    done = CliRunner().invoke(command, args)
    assert done.exit_code in (1, 2)
    assert words in done.output


class Outside(HTMLParser):
    """Collects what a page would fetch, and the rows it has."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.rows: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag in ("link", "img", "iframe") or "src" in found or "href" in found:
            self.fetched.append(tag)
        if tag == "tr" and found.get("id"):
            self.rows.append(str(found["id"]))


def test_the_page_needs_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "c.html"
    assert CliRunner().invoke(command, ["--html", str(file)]).exit_code == 0
    text = file.read_text(encoding="utf-8")
    seen = Outside()
    seen.feed(text)
    assert seen.fetched == []
    assert "default-src 'none'" in text  # its script stands in the page and could fetch nothing
    assert "url(" not in text
    assert seen.rows == [item.id for item in items()]


def test_it_works_where_only_the_packages_are(tmp_path: Path) -> None:
    for folder in ("components/medcloud", "policies/medcloud_policies"):
        shutil.copytree(
            ROOT / folder, tmp_path / Path(folder).name, ignore=shutil.ignore_patterns("__pycache__")
        )
    code = "import medcloud.matrix as c; assert c.checkout() is None; from medcloud.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "coverage", "--json"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(done.stdout)
    assert len(said["items"]) == 156
    assert any("no working copy" in note["en"] for note in said["notes"])
    assert sum(said["counts"].values()) == 156
