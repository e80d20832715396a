"""Reviews by the real engine: our region, a bad stack, a broken program, waivers; nothing is left behind."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from medcloud.crypto import parse_document
from tests.crypto.people import people, trust_folder
from tests.review.logs import REGION
from tests.support.engine_env import CHECKOUT, engine_env

pytestmark = pytest.mark.engine

SECRET = "Xk29sLq8vT2pWq9z"
BAD = f"""
import pulumi, pulumi_openstack as openstack
labels = {{"medcloud-level": "4", "medcloud-workload": "his", "medcloud-owner": "it"}}
openstack.blockstorage.Volume("his-data", size=10, volume_type="standard", metadata=labels)
openstack.compute.Instance("his", flavor_name="m1", user_data="export DB_PASSWORD={SECRET}", metadata=labels)
openstack.identity.User("vendor", password=pulumi.Output.secret("{SECRET}"))
"""


@pytest.fixture
def review(tmp_path: Path) -> Callable[..., tuple[int, dict[str, Any], str]]:
    """`medcloud review` in the checkout: exit code, its JSON, and all that it wrote and printed."""
    env = engine_env(tmp_path / "state")

    def run(*words: str) -> tuple[int, dict[str, Any], str]:
        out = tmp_path / "out"
        forms = ("markdown", "sarif", "junit", "json", "html")
        written = [word for form in forms for word in (f"--{form}", str(out / form))]
        command = [str(Path(sys.executable).with_name("medcloud")), "review", *words, *written]
        done = subprocess.run(command, cwd=CHECKOUT, env=env, capture_output=True, text=True, check=False)
        texts = [file.read_text("utf-8") for file in sorted(out.glob("*"))]
        found = json.loads((out / "json").read_text("utf-8")) if texts else {}
        return done.returncode, found, "\n".join([*texts, done.stdout, done.stderr])

    return run


def project(folder: Path, program: str) -> Path:
    folder.mkdir()
    (folder / "Pulumi.yaml").write_text("name: shop\nruntime: python\n", "utf-8")
    (folder / "__main__.py").write_text(program, "utf-8")
    return folder


def rules(found: Mapping[str, Any]) -> set[str]:
    return {finding["rule"] for finding in found["findings"] if finding["blocking"]}


def test_the_sample_region_is_good(review: Callable[..., Any]) -> None:
    before = {path: path.stat().st_mtime_ns for path in REGION.parent.iterdir()}
    code, found, _ = review(str(REGION))
    assert (code, found["exit"], found["region"]) == (0, 0, "panyu")
    assert found["counts"]["create"] > 1_000
    assert sum(clause["state"] == "judged" for clause in found["clauses"]) > 50
    assert before == {path: path.stat().st_mtime_ns for path in REGION.parent.iterdir()}


def test_a_bad_stack_is_refused_and_its_secrets_are_nowhere(
    review: Callable[..., Any], tmp_path: Path
) -> None:
    folder = project(tmp_path / "shop", BAD)
    code, found, told = review("-C", str(folder))
    assert code == 1
    assert {"volume-encrypted", "user-data-secret", "user-mfa", "recovery-centre"} <= rules(found)
    assert SECRET not in told
    assert sorted(path.name for path in folder.iterdir()) == [
        "Pulumi.yaml",
        "__main__.py",
    ]  # no settings of a stack are left


def test_a_stack_that_exists_is_compared_with_its_state(review: Callable[..., Any], tmp_path: Path) -> None:
    folder = project(tmp_path / "shop", "import pulumi\npulumi.export('a', 1)\n")
    env = engine_env(tmp_path / "state")
    for words in (["stack", "init", "dev"], ["up", "--yes", "--skip-preview", "--stack", "dev"]):
        subprocess.run(["pulumi", "-C", str(folder), *words], env=env, check=True, capture_output=True)
    code, found, _ = review("-C", str(folder), "--stack", "dev")
    assert (code, found["stack"], found["counts"]) == (0, "dev", {})


def test_a_broken_program_is_code_2_with_its_error(review: Callable[..., Any], tmp_path: Path) -> None:
    program = f"import pulumi\nraise RuntimeError('password = \"{SECRET}\" is wrong')\n"
    code, found, told = review("-C", str(project(tmp_path / "shop", program)))
    assert code == 2
    assert [finding["kind"] for finding in found["findings"]] == ["engine"]
    assert "__main__.py" in found["findings"][0]["what"]["en"]
    assert SECRET not in told.replace(program, "")


def test_waivers_that_cannot_be_relied_on_stop_the_review(review: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "waivers.yaml"
    file.write_text("not: waivers\n", "utf-8")
    code, found, _ = review("-C", str(project(tmp_path / "shop", BAD)), "--waivers", str(file))
    assert code == 2
    assert "waivers.yaml" in found["findings"][0]["what"]["en"]


def test_a_signed_waiver_excuses_and_is_told(review: Callable[..., Any], tmp_path: Path) -> None:
    volume = "openstack:blockstorage/volume:Volume"
    labels = {"medcloud-level": "3", "medcloud-owner": "it", "medcloud-workload": "oa"}
    program = (
        "import pulumi_openstack as openstack\n"
        f"openstack.blockstorage.Volume('oa-0', size=9, volume_type='old', metadata={labels})\n"
    )
    today = datetime.now(timezone.utc).date()
    entries = [
        f"  - {{id: W-{item}, item: {item}, resources: ['{volume}::oa-0'], level: 3, reason: 旧阵列,"
        f" approved_by: 陈安, approved: {today}, until: {today + timedelta(9)}}}\n"
        for item in ("7.2.1-b", "C.2-c")
    ]
    file = tmp_path / "waivers.yaml"
    document = parse_document(("medcloud: waivers/1\nwaivers:\n" + "".join(entries)).encode(), str(file))
    officer = people().officer
    file.write_bytes(document.signed(officer.key, [officer.certificate]).render())
    trust = trust_folder(tmp_path / "trust", people().root, [people().crl])
    folder = project(tmp_path / "shop", program)
    without, found, _ = review("-C", str(folder))
    assert (without, rules(found)) == (1, {"volume-encrypted"})
    code, found, _ = review("-C", str(folder), "--waivers", str(file), "--trust", str(trust))
    assert code == 0
    (waived,) = [f for f in found["findings"] if f["kind"] == "waived"]
    assert (waived["rule"], waived["name"]) == ("volume-encrypted", "oa-0")
    assert "W-7.2.1-b" in waived["what"]["zh"]
