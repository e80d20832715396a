"""PAM files as PAM reads them: lines, includes resolved, insertion that keeps jumps right."""

from medcloud.hosts.change.pam.edit import anchor, insert
from medcloud.hosts.change.pam.line import PamLine, parse, render
from medcloud.hosts.change.pam.resolve import FOLDER, resolve
from medcloud.hosts.change.pam.unasked import unasked

__all__ = ["FOLDER", "PamLine", "anchor", "insert", "parse", "render", "resolve", "unasked"]
