"""Each step of the ready workflow files: shell steps are run, actions are pinned."""

from __future__ import annotations

import json
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.review import forges

MEDCLOUD = str(Path(sys.executable).with_name("medcloud"))
PINNED = re.compile(r"uses: (https://github\.com/)?[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
FORGES = sorted(forges.FILES)


@pytest.mark.parametrize("forge", ["github", "gitea"])
def test_actions_are_pinned_to_a_commit_and_say_which_version(forge: str) -> None:
    lines = [line for line in forges.FILES[forge].read_text("utf-8").splitlines() if "uses:" in line]
    assert len(lines) >= 3
    assert all(PINNED.search(line) for line in lines), lines


@pytest.mark.parametrize("forge", FORGES)
def test_nothing_of_a_pull_request_is_pasted_into_a_script(forge: str) -> None:
    assert not any("${{" in step.script for step in forges.steps(forge))


def test_images_have_an_exact_version() -> None:
    assert re.fullmatch(r"python:3\.\d+\.\d+-\w+", forges.job("gitlab")["image"])


def test_github_gives_no_more_rights_than_the_steps_need() -> None:
    assert forges.load("github")["permissions"] == {"contents": "read"}
    rights = {"contents": "read", "pull-requests": "write", "security-events": "write"}
    assert forges.job("github")["permissions"] == rights


@pytest.mark.engine
@pytest.mark.parametrize("forge", FORGES)
def test_every_shell_step_runs_on_a_good_region(forge: str, tmp_path: Path) -> None:
    folder = forges.project(tmp_path / "repo", MEDCLOUD)
    codes, requests = _run(forge, folder, tmp_path / "runner")
    assert set(codes.values()) == {0}
    assert list(codes) == [step.name for step in forges.steps(forge)]
    found = json.loads((folder / "review/review.json").read_text("utf-8"))
    assert (found["exit"], found["region"]) == (0, "demo")
    assert ET.parse(folder / "review/junit.xml").getroot().tag == "testsuites"  # noqa: S314 - our own
    assert (folder / "review/review.html").read_text("utf-8").startswith("<!doctype html>")
    _comment(forge, folder, tmp_path / "runner", requests)


@pytest.mark.engine
@pytest.mark.parametrize("forge", FORGES)
def test_a_bad_region_fails_the_job_and_is_still_reported(forge: str, tmp_path: Path) -> None:
    folder = forges.project(tmp_path / "repo", MEDCLOUD)
    region = folder / "region.yaml"
    region.write_text(region.read_text("utf-8").replace("level: 4", "level: 9", 1), "utf-8")
    codes, requests = _run(forge, folder, tmp_path / "runner")
    assert any(codes.values())
    found = json.loads((folder / "review/review.json").read_text("utf-8"))
    assert [f["kind"] for f in found["findings"]] == ["region"]
    _comment(forge, folder, tmp_path / "runner", requests)


def _run(forge: str, folder: Path, state: Path) -> tuple[dict[str, int], list[dict[str, object]]]:
    with forges.listening() as (address, requests):
        env = {**forges.environment(state), **forges.own_variables(forge, address)}
        values = {"github.event.pull_request.number": "12", "secrets.GITEA_TOKEN": "the-token"}
        return forges.run(forge, folder, env, values), list(requests)


def _comment(forge: str, folder: Path, state: Path, requests: list[dict[str, object]]) -> None:
    """The comment is where the forge wants it."""
    text = (folder / "review/comment.md").read_text("utf-8")
    if forge == "github":
        assert (state / "summary.md").read_text("utf-8") == text
        return
    (request,) = requests
    assert request["method"] == "POST"  # the one with our mark is another's
    assert forges.body_of(request) == f"<!-- medcloud review -->\n{text}"
    headers = {str(k).lower(): v for k, v in dict(request["headers"]).items()}  # type: ignore[call-overload]  # a table
    if forge == "gitea":
        assert request["path"] == "/api/v1/repos/it/demo/issues/12/comments"
        assert headers["authorization"] == "token the-token"
    else:
        assert request["path"] == "/api/v4/projects/7/merge_requests/12/notes"
        assert headers["private-token"] == "the-token"
