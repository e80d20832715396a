"""lynis."""

from __future__ import annotations

from tools.examine.score import Finding, Score
from tools.hostlab.api import LabHost

_OUT = "/run/medcloud-lynis"


def examine(host: LabHost) -> Score:
    """Its hardening index; warnings and suggestions are findings."""
    command = (
        f"lynis audit system --quick --quiet --no-colors --logfile {_OUT}.log --report-file {_OUT}.dat"
        f" >/dev/null 2>&1; cat {_OUT}.dat"
    )
    report = host.run(command, timeout=600, check=True).stdout
    host.run(f"rm -f {_OUT}.*")
    rows = [line.partition("=")[::2] for line in report.splitlines() if "=" in line]
    said = {key: value for key, value in rows if not key.endswith("[]")}
    findings = []
    for key, value in rows:
        if key in ("warning[]", "suggestion[]"):
            id_, text, detail, *_ = [*value.split("|"), "", ""]
            words = text if detail in ("", "-") else f"{text} ({detail})"
            findings.append(Finding(id_, words, key.removesuffix("[]")))
    counts = {
        kind: sum(finding.severity == kind for finding in findings) for kind in ("warning", "suggestion")
    }
    tests = len(said.get("tests_executed", "").strip("|").split("|"))
    return Score(
        "lynis",
        said.get("lynis_version", ""),
        float(said.get("hardening_index", 0)),
        100,
        "hardening index",
        {**counts, "tests": tests},
        tuple(findings),
    )
