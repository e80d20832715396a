"""The whole run on a few deciders: what is noticed is proven, what is not survives and is named."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CODE = """
import json, sys
from dataclasses import replace
import pytest
from medcloud.matrix.deciders import deciders
from tools.prove.session import Prover

found = {d.key: d for d in deciders()}
rule = found["rule volume-encrypted"]
chosen = [
    rule,
    found["limit Pool.cores"],
    replace(rule, key="claims more than its tests do", items=(*rule.items, "6.4-a")),
]
prover = Prover(chosen, 2, lambda text: None, hints=False)
pytest.main(["-s", "-qq", "--no-summary", "-p", "no:cacheprovider", "-p", "no:xdist",
             "tests/policies/test_rules.py", "tests/model/test_limits.py"], plugins=[prover])
said = {key: [outcome.by, list(outcome.survives), outcome.faults] for key, outcome in prover.outcomes.items()}
print(json.dumps({"said": said, "broken": prover.broken}))
"""


def prove() -> dict[str, Any]:
    command = [sys.executable, "-c", CODE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_rule_a_constraint_and_a_false_claim() -> None:
    before = {path: path.read_bytes() for path in (ROOT / "policies").rglob("volume_encrypted.py")}
    found = prove()
    assert found["broken"] == []
    by, survives, faults = found["said"]["rule volume-encrypted"]
    assert survives == faults == []
    assert all("[volume-encrypted" in test for test in by.values())
    by, survives, _ = found["said"]["limit Pool.cores"]
    assert by == {"6.1.1-c": "tests/model/test_limits.py::test_limit[pools/edge/cores-32-31-6.1.1-c]"}
    assert survives == []
    assert found["said"]["claims more than its tests do"][1] == ["6.4-a"]
    assert before == {path: path.read_bytes() for path in before}, "no source file is touched"


def test_a_word_that_is_nothing() -> None:
    command = [sys.executable, "-m", "tools.prove", "--only", "no-such-thing"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "there is nothing like: no-such-thing" in done.stderr
    assert "Traceback" not in done.stderr
