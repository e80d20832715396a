"""Findings on signed documents, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click

from medcloud.text import Finding


def show(findings: Sequence[Finding], *, as_json: bool = False, **more: Any) -> None:
    """Print findings, one a line; as JSON together with what else there is to say."""
    if as_json:
        report = {**more, "findings": [finding.record() for finding in findings]}
        click.echo(json.dumps(report, ensure_ascii=False, indent=2, default=str))
        return
    for finding in findings:
        click.echo(str(finding))
