"""Kinds of settings: one a file, each a small frozen class with ``check`` and ``set``.

``READS`` are the files that they look at on every host.
"""

from __future__ import annotations

from . import login_defs, sshd_option, sysctl
from .login_defs import LoginDefs
from .setting import Setting
from .sshd_option import SshdOption
from .sysctl import Sysctl

READS: tuple[str, ...] = (*login_defs.READS, *sshd_option.READS, *sysctl.READS)

__all__ = ["READS", "LoginDefs", "Setting", "SshdOption", "Sysctl"]
