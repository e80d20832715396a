"""A diff written down, one form a module; each is a pure function of two plans and their changes."""

from medcloud.diff.render.as_json import as_json
from medcloud.diff.render.as_markdown import as_markdown
from medcloud.diff.render.as_text import as_text

__all__ = ["as_json", "as_markdown", "as_text"]
