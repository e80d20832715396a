"""Kinds of settings: one a file, each a small frozen class with ``check`` and ``set``.

``READS`` are the files that they look at on every host, ``RIGHTS`` paths that their actions change besides.
"""

from __future__ import annotations

from medcloud.hosts.settings import (
    account_age,
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
from medcloud.hosts.settings._services import restart_journal, unit
from medcloud.hosts.settings.account_age import AccountAge
from medcloud.hosts.settings.audit_enabled import AuditEnabled
from medcloud.hosts.settings.audit_option import AuditOption
from medcloud.hosts.settings.audit_rule import AuditRule
from medcloud.hosts.settings.banner import Banner
from medcloud.hosts.settings.chrony_servers import ChronyServers, main_file, restart
from medcloud.hosts.settings.crypto_policy import CryptoPolicy
from medcloud.hosts.settings.faillock import Faillock
from medcloud.hosts.settings.file_rights import FileRights
from medcloud.hosts.settings.firewall import Firewall, ssh_ports
from medcloud.hosts.settings.folder import Folder
from medcloud.hosts.settings.inspect import Inspect, Manual, NotHere
from medcloud.hosts.settings.integrity_database import IntegrityDatabase
from medcloud.hosts.settings.key_value import KeyValue
from medcloud.hosts.settings.limit import Limit
from medcloud.hosts.settings.log_rotate import LogRotate
from medcloud.hosts.settings.login_defs import LoginDefs
from medcloud.hosts.settings.module_denied import ModuleDenied
from medcloud.hosts.settings.mount_option import MountOption
from medcloud.hosts.settings.one_runs import OneRuns
from medcloud.hosts.settings.openssl_default import OPENSSL_FILES, openssl_default
from medcloud.hosts.settings.package import PackageAbsent, PackagePresent
from medcloud.hosts.settings.pam_hash import PamHash, offered
from medcloud.hosts.settings.pam_module import PamModule
from medcloud.hosts.settings.pam_option import PamOption
from medcloud.hosts.settings.pam_without import PamWithout
from medcloud.hosts.settings.server_only import server_only
from medcloud.hosts.settings.service import ServiceOff, ServiceOn
from medcloud.hosts.settings.setting import Setting
from medcloud.hosts.settings.shell_figure import ShellFigure
from medcloud.hosts.settings.sshd_option import SshdOption
from medcloud.hosts.settings.sudo_default import SudoDefault
from medcloud.hosts.settings.sysctl import Sysctl, each_interface
from medcloud.hosts.settings.text_file import TextFile

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
RIGHTS: tuple[str, ...] = (*account_age.KEPT, *audit_rule.KEPT, *integrity_database.RIGHTS)

__all__ = [
    "OPENSSL_FILES",
    "READS",
    "RIGHTS",
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
