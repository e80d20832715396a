"""One line on a host."""

from __future__ import annotations

from collections import Counter

from medcloud.hosts.audit.result import HostReport, Status
from medcloud.text import Text


def summary(report: HostReport) -> str:
    """How many controls came to what."""
    counts = Counter(result.status for result in report.results)
    parts = [f"{status.text} {counts[status]}" for status in Status if counts[status]]
    system = report.system or Text(f"未知: {report.pretty_name}", f"unknown: {report.pretty_name}")
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
        found += [f"{head} {control.title}", *(f"    {finding}" for finding in result.findings)]
        for use in result.waivers:
            id_, until = use.waiver.id, use.waiver.until
            found.append(f"    {Text(f'豁免 {id_}，至 {until}', f'waiver {id_}, until {until}')}")
    return found
