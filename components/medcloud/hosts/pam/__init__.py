"""PAM files as PAM reads them: lines, includes resolved, insertion that keeps jumps right."""

from .edit import anchor, insert
from .line import PamLine, parse, render
from .resolve import FOLDER, resolve
from .unasked import unasked

__all__ = ["FOLDER", "PamLine", "anchor", "insert", "parse", "render", "resolve", "unasked"]
