"""lynis."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from labs.hosts.api import LabHost
from tools.examine.score import Objection, Score

_OUT = "/run/medcloud-lynis"
_LOG = "-- log"
_TEST = re.compile(r"Performing test ID (?P<id>[A-Z]+-\d+)")
_PART = re.compile(r"assigned partial number of hardening points \((?P<good>\d+) of (?P<of>\d+)\)")
_WHOLE = re.compile(r"assigned maximum number of hardening points for this item \((?P<of>\d+)\)")


def examine(host: LabHost) -> Score:
    """Its hardening points, of which the index is the share; warnings and suggestions are findings."""
    command = (
        f"lynis audit system --quick --quiet --no-colors --logfile {_OUT}.log --report-file {_OUT}.dat"
        f" >/dev/null 2>&1; cat {_OUT}.dat; echo '{_LOG}';"
        f" grep -E 'Performing test ID|number of hardening points' {_OUT}.log"
    )
    report, _, log = host.run(command, timeout=2400, check=True).stdout.partition(f"{_LOG}\n")
    host.run(f"rm -f {_OUT}.*")
    return score(report, log)


def score(report: str, log: str) -> Score:
    """Out of its report and of the log's lines about tests and points."""
    rows = [line.partition("=")[::2] for line in report.splitlines() if "=" in line]
    said = {key: value for key, value in rows if not key.endswith("[]")}
    findings = []
    for key, value in rows:
        if key in ("warning[]", "suggestion[]"):
            id_, text, detail, *_ = [*value.split("|"), "", ""]
            words = text if detail in ("", "-") else f"{text} ({detail})"
            findings.append(Objection(id_, words, key.removesuffix("[]")))
    good, of, missing = points(log.splitlines())
    counts = {
        kind: sum(finding.severity == kind for finding in findings) for kind in ("warning", "suggestion")
    }
    tests = len(said.get("tests_executed", "").strip("|").split("|"))
    return Score(
        "lynis",
        said.get("lynis_version", ""),
        good,
        of,
        "points",
        {**counts, "tests": tests, "index": int(said.get("hardening_index", 0))},
        tuple(findings),
        missing,
    )


def points(log: Iterable[str]) -> tuple[int, int, dict[str, float]]:
    """Points got, points there were, and how many of them each test kept back."""
    test, good, of = "", 0, 0
    missing: Counter[str] = Counter()
    for line in log:
        if hit := _TEST.search(line):
            test = hit["id"]
        elif hit := _PART.search(line):
            good, of = good + int(hit["good"]), of + int(hit["of"])
            missing[test] += int(hit["of"]) - int(hit["good"])
        elif hit := _WHOLE.search(line):
            good, of = good + int(hit["of"]), of + int(hit["of"])
    return good, of, {id_: float(kept) for id_, kept in missing.items() if kept}
