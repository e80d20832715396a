"""Each control by the data beside this file: <family>/<id>.yaml, a list of cases.

A case: name, system (default uos-desktop-20; null: unknown), state (files, rights, probes' output), site,
parameters; then status, finds (texts in the findings), after (files as they will be; null: removed),
rights (as they will be), actions (texts in what is done).
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import yaml

from medcloud.hosts.audit.judge import Target, judge
from medcloud.hosts.audit.plan import plan
from medcloud.hosts.controls import catalogue
from medcloud.hosts.state import HostFile, covered
from tests.hosts.states import host

_DATA = Path(__file__).parent
_KEYS = {"name", "system", "state", "site", "parameters", "status", "finds", "after", "rights", "actions"}


def _marks(id_: str) -> pytest.MarkDecorator | tuple[()]:
    """The items that the control is for, which its cases so decide."""
    found = catalogue.controls().get(id_)
    return pytest.mark.item(*found.items) if found else ()


_CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}", marks=_marks(path.stem))
    for path in sorted(_DATA.glob("*/*.yaml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


@pytest.mark.parametrize("id_", sorted(catalogue.controls()))
def test_every_control_has_a_case_that_fails_and_one_that_does_not(id_: str) -> None:
    control = catalogue.control(id_)
    path = _DATA / control.family / f"{id_}.yaml"
    assert path.exists(), f"write {path.relative_to(_DATA.parent)}"
    statuses = {case["status"] for case in yaml.safe_load(path.read_text("utf-8"))}
    assert len(statuses) > 1, f"{path.name}: all cases have the same result"


@pytest.mark.parametrize(("id_", "case"), _CASES)
def test_case(id_: str, case: dict[str, Any]) -> None:
    assert set(case) <= _KEYS, sorted(set(case) - _KEYS)
    control, target = catalogue.control(id_), host(case, id_)
    result, _ = judge(target, control)
    assert result.status.value == case["status"], result.findings
    told = "\n".join(map(str, result.findings))
    assert all(text in told for text in case.get("finds", ())), told
    planned = plan(target, [control])
    overlay = planned.overlay
    for path, text in case.get("after", {}).items():
        found = overlay.read(path)
        assert (None if found is None else found.decode("utf-8", "surrogateescape")) == text, path
    for path, mode in case.get("rights", {}).items():
        assert f"{overlay.rights[path].mode:o} {overlay.rights[path].owner or ''}".strip() == str(mode)
    done = "\n".join(action.do for action in overlay.actions)
    assert all(text in done for text in case.get("actions", ())), done
    if case["status"] != "fail":
        assert overlay.empty
    _twice(target, id_)


def _twice(target: Target, id_: str) -> None:
    """With the new files in place nothing more is written: a second run is quiet."""
    control = catalogue.control(id_)
    files = plan(target, [control]).overlay.files
    read = {path: HostFile(new.content) for path, new in files.items() if _is_read(path)}
    again = dataclasses.replace(
        target, state=dataclasses.replace(target.state, _files={**target.state._files, **read})
    )
    assert not {
        p: f for p, f in plan(again, [control]).overlay.files.items() if f.content != files[p].content
    }


def _is_read(path: str) -> bool:
    """Whether the script will see the file: what a control writes it must read."""
    assert covered(path, catalogue.asked().reads), f"{path}: written, but in no `reads`"
    return True
