"""Scores with reasons: as data and as a table. Both scores are always said, the raw one first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from labs.hosts.api import LabHost
from tools.examine.reasons import KINDS, Reason, Reasons
from tools.examine.score import Score


def data(host: LabHost, rounds: Mapping[str, Sequence[Score]], reasons: Reasons) -> dict[str, Any]:
    """Everything of a host, with the reason of each finding; `open`: those that have none."""
    out: dict[str, Any] = {"host": host.name, "system": host.system, "kind": host.kind, "rounds": {}}
    for when, scores in rounds.items():
        out["rounds"][when] = [_row(host, score, reasons) for score in scores]
    return out


def _row(host: LabHost, score: Score, reasons: Reasons) -> dict[str, Any]:
    def find(id_: str, text: str = "") -> Reason | None:
        return reasons.find(score.examiner, id_, host.kind, host.system, text)

    def excused(*kinds: str) -> float:
        return score.without(lambda id_: (found := find(id_)) is not None and found.kind in kinds)

    row = {
        **asdict(score),
        "raw": score.raw,
        "applicable": excused("not-applicable"),
        "without_waived": excused(*KINDS),
    }
    for finding in row["findings"]:
        found = find(finding["id"], finding["text"])
        finding["reason"] = found._asdict() if found else None
    row["open"] = sum(finding["reason"] is None for finding in row["findings"])
    return row


def table(reports: Sequence[Mapping[str, Any]]) -> str:
    """For people: raw; without what is not applicable; without what is waived by design too."""
    lines = [
        "| host | examiner | when | raw | applicable | without waived | left | open |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for report in reports:
        name = f"{report['host']} ({report['kind']})"
        for when, scores in report["rounds"].items():
            for row in scores:
                raw = f"{row['raw']:g} % ({row['good']:g} of {row['of']:g} {row['unit']})"
                rest = (f"{row[key]:g} %" for key in ("applicable", "without_waived"))
                cells = (name, row["examiner"], when, raw, *rest, len(row["findings"]), row["open"])
                lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def last(report: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The scores of the last round."""
    rounds: list[list[dict[str, Any]]] = list(report["rounds"].values())
    return rounds[-1]


def open_findings(report: Mapping[str, Any]) -> list[str]:
    """What the last round left without a reason, a line each."""
    return [
        "\t".join((report["host"], row["examiner"], finding["severity"], finding["id"], finding["text"]))
        for row in last(report)
        for finding in row["findings"]
        if finding["reason"] is None
    ]


def idle(reports: Sequence[Mapping[str, Any]], reasons: Reasons) -> list[str]:
    """Entries that could have been needed in the last rounds, and were for nothing that was found."""
    asked, needed = set(), set()
    for report in reports:
        for row in last(report):
            examiner = row["examiner"]
            rows = reasons.get(examiner, {}).items()
            where = report["kind"], report["system"]
            asked |= {(examiner, id_) for id_, each in rows if any(r.holds(*where) for r in each)}
            needed |= {(examiner, finding["id"]) for finding in row["findings"]}
            needed |= {(examiner, id_) for id_ in row["missing"]}
    return [f"{examiner}: {id_}" for examiner, id_ in sorted(asked - needed)]
