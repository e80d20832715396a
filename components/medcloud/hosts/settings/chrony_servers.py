"""The servers that chrony follows: the site's, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.settings._services import unit
from medcloud.hosts.settings.check import GOOD, Check, absent, bad
from medcloud.hosts.settings.setting import Setting

PATHS = ("/etc/chrony.conf", "/etc/chrony/chrony.conf")
_MORE = ("/etc/chrony/conf.d/*", "/etc/chrony/sources.d/*", "/etc/chrony.d/*")
READS = (*PATHS, *_MORE)


@dataclass(frozen=True)
class ChronyServers(Setting):
    """By address or name, in the main file; pools and other servers go from all files."""

    servers: tuple[str, ...]

    def check(self, case: Case) -> Check:
        """What the files name."""
        main = main_file(case)
        if main is None:
            return absent("chrony")
        found = {words[1] for words in self._named(case)}
        wanted = set(self.servers)
        return GOOD if found == wanted else bad(main, " ".join(sorted(found)) or None, " ".join(self.servers))

    def set(self, case: Case, overlay: Overlay) -> None:
        """Lines of servers that stay keep their options; chrony is started anew."""
        main = main_file(case)
        if main is None:
            return
        kept = set()
        for path in _paths(case):
            lines = text.split(overlay.read(path) or b"", path)
            good = []
            for line in lines:
                words = _source(line.text)
                if not words or (words[0] == "server" and words[1] in self.servers):
                    good.append(line)
                    kept |= {words[1]} if words else set()
            overlay.write(path, text.join(good))
        missing = [f"server {name} iburst" for name in self.servers if name not in kept]
        lines = text.split(overlay.read(main) or b"", main)
        overlay.write(main, text.join(text.append(lines, missing)))
        overlay.act(restart(case))

    def _named(self, case: Case) -> Iterator[list[str]]:
        for path in _paths(case):
            for line in text.split(case.state.read(path) or b"", path):
                if words := _source(line.text):
                    yield words


def main_file(case: Case) -> str | None:
    """The host's chrony.conf."""
    return next((path for path in PATHS if case.state.read(path) is not None), None)


def restart(case: Case) -> Action:
    """chrony reads its files at its start only."""
    command = f"systemctl try-restart {unit(case, 'time')}"
    return Action(command, command, stage=90, must=False)


def _paths(case: Case) -> list[str]:
    main = main_file(case)
    more = case.state.paths(*_MORE)
    return [*filter(None, [main]), *(path for path in more if case.state.read(path) is not None)]


def _source(line: str) -> list[str]:
    """The words of a line that names a source, else none."""
    words = line.split()
    return words if len(words) > 1 and words[0] in ("server", "pool", "peer", "refclock") else []
