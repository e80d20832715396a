"""PAM files as PAM reads them: lines, includes resolved, insertion that keeps jumps right."""

from medcloud.hosts.pam.edit import anchor, insert
from medcloud.hosts.pam.line import PamLine, parse, render
from medcloud.hosts.pam.resolve import FOLDER, resolve
from medcloud.hosts.pam.unasked import unasked

__all__ = ["FOLDER", "PamLine", "anchor", "insert", "parse", "render", "resolve", "unasked"]
