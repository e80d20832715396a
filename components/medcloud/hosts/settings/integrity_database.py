"""AIDE's database of files: made once the host is as it shall be."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.settings.check import GOOD, Check, bad
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

DATABASES = ("/var/lib/aide/aide.db", "/var/lib/aide/aide.db.gz")
CONFIGURATIONS = ("/etc/aide/aide.conf", "/etc/aide.conf")
READS = CONFIGURATIONS
FOLDERS = ("/var/lib/aide", "/var/log/aide")
RIGHTS = (*DATABASES, *FOLDERS)
_UNIT = "medcloud-integrity-init"
_SECONDS = 20  # waited for; a large host's is made on in the background, past the dead man's timer
_OURS = """# medcloud: what programs and settings are made of
database_in=file:/var/lib/aide/aide.db
database_out=file:/var/lib/aide/aide.db.new
report_url=stdout
Kept = p+i+n+u+g+s+acl+xattrs+sha256+sha512
/boot Kept
/bin Kept
/sbin Kept
/lib Kept
/usr/bin Kept
/usr/sbin Kept
/usr/lib Kept
/usr/libexec Kept
/usr/local Kept
/etc Kept
/root/\\.ssh Kept
"""
# what stands on the host only while a change waits to be confirmed
_PASSING = r"!/etc/systemd/system/(multi-user\.target\.wants/)?medcloud-harden-recover\.service$"
# without a variable: systemd-run would put its own in place
_BUILD = """rm -f {new} {new}.gz
aide --init --config {conf} --after {passing} >/dev/null
[ ! -s {new} ] || mv -f {new} {old}
[ ! -s {new}.gz ] || mv -f {new}.gz {old}.gz"""
_STILL = Text("仍在后台建库", "still being made")
_START = """umask 077; mkdir -p {folders}
timeout {seconds} systemd-run -q --wait --collect --unit={unit} -p Nice=10 sh -c {build}
ls {databases} 2>/dev/null | grep -q . || {{ echo '{still}'; exit 1; }}"""


@dataclass(frozen=True)
class IntegrityDatabase(Setting):
    """By the host's own aide.conf; where there is none, one of ours comes first."""

    def check(self, case: Case) -> Check:
        """That there is one; whether it is true to the host only `aide --check` can say."""
        there = bool(case.state.rights_of(*DATABASES))
        return GOOD if there else bad(DATABASES[0], None, "aide --init")

    def set(self, case: Case, overlay: Overlay) -> None:
        """Last of all, for what other controls change belongs in it."""
        if not any(name in case.state.packages for name in case.known.packages["integrity"]):
            return  # the package brings its configuration: the next run makes the database
        conf = next((path for path in CONFIGURATIONS if case.state.read(path) is not None), None)
        if conf is None:
            conf = CONFIGURATIONS[case.known.family == "rpm"]
            overlay.write(conf, _OURS.encode(), mode=0o600, owner="root:root")
        old = DATABASES[0]
        build = _BUILD.format(conf=conf, passing=shlex.quote(_PASSING), old=old, new=f"{old}.new")
        start = _START.format(
            folders=" ".join(FOLDERS),
            seconds=_SECONDS,
            unit=_UNIT,
            build=shlex.quote(build),
            databases=" ".join(DATABASES),
            still=_STILL.say("both"),  # what is kept on a host
        )
        overlay.act(Action(start, _undo(case), stage=97, must=False))


def _undo(case: Case) -> str:
    """No database, and no folders that were not there."""
    made = [folder for folder in FOLDERS if case.state.rights(folder) is None]
    return (
        f"systemctl stop {_UNIT}.service 2>/dev/null; rm -f {' '.join(DATABASES)} {DATABASES[0]}.new*"
        + "".join(f"; rm -f {folder}/aide.log; rmdir {folder} 2>/dev/null" for folder in made)
        + "; true"
    )
