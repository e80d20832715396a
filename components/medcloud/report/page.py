"""A report as one HTML file: nothing is loaded from elsewhere, both languages are in it, it prints on A4."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from medcloud.report.severity import SEVERITIES
from medcloud.text import Language, Text

_FOLDER = Path(__file__).with_name("page")


def page(template: Path, *, title: Text, language: Language, **values: Any) -> str:
    """The page of a template that extends ``frame.html.j2``; ``language`` is what it opens in."""
    pages = Environment(
        loader=FileSystemLoader([template.parent, _FOLDER]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return pages.get_template(template.name).render(
        title=title,
        language=language,
        severities=SEVERITIES,
        css=Markup(_read("style.css")),  # noqa: S704 - our own files
        script=Markup(_read("page.js")),  # noqa: S704
        **values,
    )


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
