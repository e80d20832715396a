"""One line on a host."""

from __future__ import annotations

from collections import Counter

from medcloud.hosts.audit.result import HostReport, Status


def summary(report: HostReport) -> str:
    """How many controls came to what."""
    counts = Counter(result.status for result in report.results)
    parts = [f"{status.zh} / {status.value} {counts[status]}" for status in Status if counts[status]]
    system = report.system or f"未知 / unknown: {report.pretty_name}"
    return f"{system}: {', '.join(parts) or '-'}"


def lines(report: HostReport) -> list[str]:
    """Everything that is not good, one line a finding."""
    if report.failed:
        return [f"{report.name}: {report.failed}"]
    found = [f"{report.name}: {note}" for note in report.notes]
    for result in report.results:
        if result.status in (Status.PASS, Status.NOT_APPLICABLE):
            continue
        control = result.control
        head = (
            f"{report.name} {result.status.value:8} {control.severity:8} {control.id} [{control.clauses[0]}]"
        )
        found += [f"{head} {control.title.zh}", *(f"    {finding}" for finding in result.findings)]
        found += [
            f"    豁免 / waiver {use.waiver.id}, 至 / until {use.waiver.until}" for use in result.waivers
        ]
    return found
