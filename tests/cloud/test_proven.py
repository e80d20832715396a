"""Evidence or refusal, as the program of a region asks for it."""

from __future__ import annotations

import shutil
from datetime import datetime, timezone
from pathlib import Path

import pulumi
import pytest

from medcloud.cloud import evidence_gate
from medcloud.model import load
from medcloud.region_files import facts_of
from tests.cloud.recorder import deploy
from tools.demo_evidence import fill

SAMPLE = Path(__file__).parents[2] / "examples" / "panyu"


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample region with a demonstration set beside it."""
    folder = tmp_path_factory.mktemp("region")
    shutil.copyfile(SAMPLE / "region.yaml", folder / "region.yaml")
    (folder / "evidence").mkdir()
    for name in ("parts.csv", "software.csv"):
        shutil.copyfile(SAMPLE / "evidence" / name, folder / "evidence" / name)
    fill(facts_of(load(folder / "region.yaml")), folder / "evidence", datetime.now(timezone.utc).date())
    return folder / "region.yaml"


def run(file: Path, mode: str | None, *, preview: bool = False) -> list[str]:
    """The warnings of a program that asks for evidence in this mode."""
    warned: list[str] = []
    config = {"medcloud:evidence": mode} if mode else {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pulumi.log, "warn", warned.append)
        deploy(lambda: evidence_gate.require_evidence(str(file)), config=config, preview=preview)
    return warned


def test_nothing_is_asked_for_unless_a_stack_says_so() -> None:
    assert run(SAMPLE / "region.yaml", None) == []


def test_demonstration_records_count_only_where_they_may(region: Path) -> None:
    assert run(region, "demo") == []
    with pytest.raises(pulumi.RunError, match="demonstration only"):
        run(region, "mandatory")


def test_an_update_without_evidence_is_refused_with_place_and_remedy() -> None:
    with pytest.raises(pulumi.RunError) as caught:
        run(SAMPLE / "region.yaml", "mandatory")
    assert "medcloud evidence list" in str(caught.value)
    assert "evidence" in str(caught.value)


def test_a_preview_and_a_report_only_warn(region: Path) -> None:
    for warned in (run(region, "mandatory", preview=True), run(region, "report")):
        assert len(warned) == 1
        assert "…" in warned[0]


def test_a_record_altered_by_one_byte_refuses_even_a_demonstration(region: Path, tmp_path: Path) -> None:
    shutil.copytree(region.parent, tmp_path / "altered")
    document = next((tmp_path / "altered" / "evidence" / "files").iterdir())
    data = bytearray(document.read_bytes())
    data[-1] ^= 1
    document.write_bytes(bytes(data))
    with pytest.raises(pulumi.RunError):
        run(tmp_path / "altered" / "region.yaml", "demo")


def test_an_unknown_mode_is_refused_with_the_known_ones() -> None:
    with pytest.raises(pulumi.RunError, match="mandatory"):
        run(SAMPLE / "region.yaml", "strict")
