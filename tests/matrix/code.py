"""Modules of a package that is not there, written in a test."""

from __future__ import annotations

import ast
from pathlib import Path
from textwrap import dedent

from medcloud.matrix.sources import Source


def source(text: str, module: str = "medcloud.plan.made") -> Source:
    """A source of that text."""
    file = f"{module.replace('.', '/')}.py"
    return Source(module, Path(file), file, ast.parse(dedent(text)))
