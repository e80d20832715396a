"""`medcloud review` as a person meets it, without an engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from medcloud.cli import main
from tests.review.logs import HERE, REGION

BAD = str(HERE / "events/bad.jsonl")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["review", *words])


def test_a_bad_log_is_refused_and_printed() -> None:
    done = run("--events", BAD)
    assert done.exit_code == 1
    assert "volume-encrypted" in done.stdout


def test_every_form_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    forms = ("markdown", "sarif", "junit", "json", "html")
    done = run("--events", BAD, *[word for f in forms for word in (f"--{f}", str(tmp_path / "out" / f))])
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Refused: " in done.stderr and str(tmp_path / "out/html") in done.stderr
    assert all((tmp_path / "out" / form).stat().st_size > 1_000 for form in forms)


def test_a_log_of_a_region_names_its_lines() -> None:
    done = run("--events", str(HERE / "events/region.jsonl"), "--lang", "en")
    assert f"`{REGION}:50`" in done.stdout  # the log names the region file


def test_a_refused_region_file_is_a_report_and_code_2(tmp_path: Path) -> None:
    file = tmp_path / "region.yaml"
    file.write_text(
        REGION.read_text("utf-8").replace("level: 4, pool: core", "level: 9, pool: core"), "utf-8"
    )
    done = run(str(file), "--json", str(tmp_path / "r.json"), "--sarif", str(tmp_path / "r.sarif"))
    assert done.exit_code == 2
    found = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert [f["line"] for f in found["findings"]] == [50, 51, 53]
    assert {f["kind"] for f in found["findings"]} == {"region"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--events", "no-such-log"], "no-such-log"),
        (["--events", "README.md"], "README.md:1"),
        (["-C", "docs"], "Pulumi.yaml"),
        (["no-such-region.yaml"], "no-such-region.yaml:1"),
        (["--pack", "nowhere"], "nowhere"),
        (["--events", BAD, "--markdown", "README.md/x"], "README.md"),
    ],
)
def test_what_cannot_be_done_is_code_2_with_the_place(words: list[str], said: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output


def test_no_engine_is_said_with_its_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run(str(REGION))
    assert done.exit_code == 2
    assert "make engines" in done.output
