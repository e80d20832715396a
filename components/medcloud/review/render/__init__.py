"""A review written down, one form a module; each is a pure function of the review."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from medcloud.review.languages import Language
from medcloud.review.render.as_json import as_json
from medcloud.review.render.html import html
from medcloud.review.render.junit import junit
from medcloud.review.render.markdown import markdown
from medcloud.review.render.sarif import sarif
from medcloud.review.shapes import Review

FORMS: Mapping[str, Callable[[Review, Language], str]] = {
    "markdown": markdown,
    "sarif": sarif,
    "junit": junit,
    "json": as_json,
    "html": html,
}
"""Each form's function; the result is text to be written as UTF-8."""
