"""Kinds of settings: one a file, each a small frozen class with ``check`` and ``set``.

``READS`` are the files that they look at on every host.
"""

from __future__ import annotations

from . import (
    audit_rule,
    chrony_servers,
    firewall,
    integrity_database,
    limit,
    log_rotate,
    login_defs,
    module_denied,
    mount_option,
    pam_module,
    pam_option,
    sshd_option,
    sudo_default,
    sysctl,
)
from ._services import restart_journal, unit
from .account_age import AccountAge
from .audit_enabled import AuditEnabled
from .audit_option import AuditOption
from .audit_rule import AuditRule
from .banner import Banner
from .chrony_servers import ChronyServers, main_file, restart
from .crypto_policy import CryptoPolicy
from .faillock import Faillock
from .file_rights import FileRights
from .firewall import Firewall, ssh_ports
from .folder import Folder
from .inspect import Inspect, Manual, NotHere
from .integrity_database import IntegrityDatabase
from .key_value import KeyValue
from .limit import Limit
from .log_rotate import LogRotate
from .login_defs import LoginDefs
from .module_denied import ModuleDenied
from .mount_option import MountOption
from .one_runs import OneRuns
from .openssl_default import OPENSSL_FILES, openssl_default
from .package import PackageAbsent, PackagePresent
from .pam_hash import PamHash, offered
from .pam_module import PamModule
from .pam_option import PamOption
from .pam_without import PamWithout
from .server_only import server_only
from .service import ServiceOff, ServiceOn
from .setting import Setting
from .shell_figure import ShellFigure
from .sshd_option import SshdOption
from .sudo_default import SudoDefault
from .sysctl import Sysctl, each_interface
from .text_file import TextFile

_KINDS = (
    audit_rule,
    chrony_servers,
    firewall,
    integrity_database,
    limit,
    log_rotate,
    login_defs,
    module_denied,
    mount_option,
    pam_module,
    pam_option,
    sshd_option,
    sudo_default,
    sysctl,
)
READS: tuple[str, ...] = tuple(glob for kind in _KINDS for glob in kind.READS)

__all__ = [
    "OPENSSL_FILES",
    "READS",
    "AccountAge",
    "AuditEnabled",
    "AuditOption",
    "AuditRule",
    "Banner",
    "ChronyServers",
    "CryptoPolicy",
    "Faillock",
    "FileRights",
    "Firewall",
    "Folder",
    "Inspect",
    "IntegrityDatabase",
    "KeyValue",
    "Limit",
    "LogRotate",
    "LoginDefs",
    "Manual",
    "ModuleDenied",
    "MountOption",
    "NotHere",
    "OneRuns",
    "PackageAbsent",
    "PackagePresent",
    "PamHash",
    "PamModule",
    "PamOption",
    "PamWithout",
    "ServiceOff",
    "ServiceOn",
    "Setting",
    "ShellFigure",
    "SshdOption",
    "SudoDefault",
    "Sysctl",
    "TextFile",
    "each_interface",
    "main_file",
    "offered",
    "openssl_default",
    "restart",
    "restart_journal",
    "server_only",
    "ssh_ports",
    "unit",
]
