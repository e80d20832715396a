"""`make check` runs the tests of what changed: its room's, and those that name the module."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.changed import ROOT, mirrored


@pytest.mark.parametrize(
    ("files", "tests"),
    [
        (["components/medcloud/waivers/load.py"], "tests/waivers"),
        (["policies/medcloud_policies/core/verdict.py"], "tests/policies"),
        (["labs/openstack/ports.py"], "tests/labs/openstack"),
        (["tools/prove/results.py"], "tests/prove"),
        (["tools/changed.py"], "tests/test_changed.py"),
        (["tests/plan/test_lock_text.py"], "tests/plan/test_lock_text.py"),
        (["tests/crypto/people.py"], "tests/crypto"),
        (["tests/crypto/people.py"], "tests/waivers/test_load.py"),
        (["components/medcloud/crypto/sm2.py", "tests/crypto/people.py"], "tests/crypto"),
    ],
)
def test_a_room_and_who_names_it(files: list[str], tests: str) -> None:
    assert tests in mirrored(files, ROOT)


@pytest.mark.parametrize("file", ["pyproject.toml", "requirements/dev.lock", "tests/support/engine_env.py"])
def test_what_all_stand_on_is_everything(file: str) -> None:
    assert mirrored([file, "tools/prove/results.py"], ROOT) == ["tests"]


def test_what_has_no_tests_has_none() -> None:
    assert mirrored(["LICENSE"], ROOT) == []


def test_a_test_that_names_the_module_is_found_in_any_room(tmp_path: Path) -> None:
    for name, text in (
        ("a", "from medcloud.plan import lock\n"),
        ("b", "import medcloud.plan.lock\n"),
        ("c", "from medcloud.plan.lock import read\n"),
        ("d", "from medcloud.plan import locks\n"),
        ("plan", "nothing\n"),
    ):
        (tmp_path / "tests" / name).mkdir(parents=True)
        (tmp_path / "tests" / name / "test_it.py").write_text(text)
    found = mirrored(["components/medcloud/plan/lock.py"], tmp_path)
    assert found == ["tests/a/test_it.py", "tests/b/test_it.py", "tests/c/test_it.py", "tests/plan"]
