"""Kinds of settings: one a file, each a small frozen class with ``check`` and ``set``.

A file's ``READS`` are the files that its kind looks at on every host, its ``RIGHTS`` paths that its actions
change besides: both are found by walking. A kind that only one control needs is imported from its file.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from medcloud.hosts.settings._services import restart_journal as restart_journal, unit as unit
from medcloud.hosts.settings.account_age import AccountAge as AccountAge
from medcloud.hosts.settings.audit_enabled import AuditEnabled as AuditEnabled
from medcloud.hosts.settings.audit_option import AuditOption as AuditOption
from medcloud.hosts.settings.audit_rule import AuditRule as AuditRule
from medcloud.hosts.settings.banner import Banner as Banner
from medcloud.hosts.settings.chrony_servers import (
    ChronyServers as ChronyServers,
    main_file as main_file,
    restart as restart,
)
from medcloud.hosts.settings.crypto_policy import CryptoPolicy as CryptoPolicy
from medcloud.hosts.settings.faillock import Faillock as Faillock
from medcloud.hosts.settings.file_rights import FileRights as FileRights
from medcloud.hosts.settings.firewall import Firewall as Firewall, ssh_ports as ssh_ports
from medcloud.hosts.settings.folder import Folder as Folder
from medcloud.hosts.settings.inspect import Inspect as Inspect, Manual as Manual, NotHere as NotHere
from medcloud.hosts.settings.integrity_database import IntegrityDatabase as IntegrityDatabase
from medcloud.hosts.settings.key_value import KeyValue as KeyValue
from medcloud.hosts.settings.limit import Limit as Limit
from medcloud.hosts.settings.log_rotate import LogRotate as LogRotate
from medcloud.hosts.settings.login_defs import LoginDefs as LoginDefs
from medcloud.hosts.settings.module_denied import ModuleDenied as ModuleDenied
from medcloud.hosts.settings.mount_option import MountOption as MountOption
from medcloud.hosts.settings.one_runs import OneRuns as OneRuns
from medcloud.hosts.settings.openssl_default import (
    OPENSSL_FILES as OPENSSL_FILES,
    openssl_default as openssl_default,
)
from medcloud.hosts.settings.package import PackageAbsent as PackageAbsent, PackagePresent as PackagePresent
from medcloud.hosts.settings.pam_hash import PamHash as PamHash, offered as offered
from medcloud.hosts.settings.pam_module import PamModule as PamModule
from medcloud.hosts.settings.pam_option import PamOption as PamOption
from medcloud.hosts.settings.pam_without import PamWithout as PamWithout
from medcloud.hosts.settings.server_only import server_only as server_only
from medcloud.hosts.settings.service import ServiceOff as ServiceOff, ServiceOn as ServiceOn
from medcloud.hosts.settings.setting import Setting as Setting
from medcloud.hosts.settings.shell_figure import ShellFigure as ShellFigure
from medcloud.hosts.settings.sshd_option import SshdOption as SshdOption
from medcloud.hosts.settings.sudo_default import SudoDefault as SudoDefault
from medcloud.hosts.settings.sysctl import Sysctl as Sysctl, each_interface as each_interface
from medcloud.hosts.settings.text_file import TextFile as TextFile


def reads() -> tuple[str, ...]:
    """Globs of the files that kinds of settings look at on every host."""
    return _of_each("READS")


def rights() -> tuple[str, ...]:
    """Paths that their actions change besides."""
    return _of_each("RIGHTS")


def _of_each(constant: str) -> tuple[str, ...]:
    found = (import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__))
    return tuple(each for module in found for each in getattr(module, constant, ()))
