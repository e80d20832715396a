"""HTML for people, one file that needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import jinja2

from medcloud.hosts.audit.result import Status


def html(report: Mapping[str, Any]) -> str:
    """The page."""
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    template = environment.from_string(files(__package__).joinpath("report.html.j2").read_text("utf-8"))
    return template.render(report=report, statuses={status.value: status.zh for status in Status})
