"""Findings on signed documents, for people and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from medcloud.cli._json import print_json
from medcloud.text import Finding


def show(findings: Sequence[Finding], *, as_json: bool = False, **more: Any) -> None:
    """Print findings, one a line; as JSON together with what else there is to say."""
    if as_json:
        print_json("medcloud-findings/1", {**more, "findings": [finding.record() for finding in findings]})
        return
    for finding in findings:
        click.echo(str(finding))
