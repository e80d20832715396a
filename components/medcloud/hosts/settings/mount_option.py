"""Options of a mounted file system."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.settings.check import GOOD, Check, absent, bad
from medcloud.hosts.settings.setting import Setting

FSTAB = "/etc/fstab"
READS = (FSTAB,)
_FIELDS = 4


@dataclass(frozen=True)
class MountOption(Setting):
    """A point that is no file system of its own is not judged."""

    point: str
    options: tuple[str, ...]

    def check(self, case: Case) -> Check:
        """As it is mounted now."""
        found = case.state.mounts.get(self.point)
        if found is None:
            return absent(f"mount {self.point}")
        missing = [option for option in self.options if option not in found.options]
        return (
            bad(f"mount {self.point}", ",".join(found.options), ",".join(self.options)) if missing else GOOD
        )

    def set(self, case: Case, overlay: Overlay) -> None:
        """Remounted, and written into fstab: its own line, or a new one for what systemd mounts by itself."""
        found = case.state.mounts[self.point]
        lines = text.split(overlay.read(FSTAB) or b"", FSTAB)
        rows = [line.text.split() for line in lines]
        mine = [i for i, row in enumerate(rows) if row[1:2] == [self.point] and not row[0].startswith("#")]
        for i in mine:
            rows[i][3:4] = [_join(rows[i][3] if len(rows[i]) >= _FIELDS else "defaults", self.options)]
            lines[i] = replace(lines[i], text="\t".join(rows[i]))
        if not mine:
            kept = [o for o in found.options if o.partition("=")[0] in ("size", "mode", "nr_inodes")]
            options = _join(",".join(["defaults", *kept]), self.options)
            lines = text.append(lines, [f"{found.source}\t{self.point}\t{found.kind}\t{options}\t0\t0"])
        overlay.write(FSTAB, text.join(lines))
        there = [option for option in self.options if option in found.options]
        back = ",".join(o if o in there else _OPPOSITE[o] for o in self.options)
        point = shlex.quote(self.point)
        do = f"mount -o remount,{','.join(self.options)} {point}"
        overlay.act(Action(do, f"mount -o remount,{back} {point}", must=False))


_OPPOSITE = {"nodev": "dev", "nosuid": "suid", "noexec": "exec"}


def _join(options: str, wanted: tuple[str, ...]) -> str:
    have = [o for o in options.split(",") if o not in {_OPPOSITE[w] for w in wanted}]
    return ",".join([*have, *(w for w in wanted if w not in have)])
