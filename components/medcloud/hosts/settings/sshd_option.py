"""An option of sshd, judged by sshd -T and set in the files that it reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fnmatch import fnmatch

from medcloud.hosts import lines as text
from medcloud.hosts.check import GOOD, Check, absent, bad
from medcloud.hosts.control import Case
from medcloud.hosts.lines import Line
from medcloud.hosts.overlay import Action, Overlay
from medcloud.hosts.settings._services import unit
from medcloud.hosts.settings.setting import Setting
from medcloud.hosts.want import Want

MAIN = "/etc/ssh/sshd_config"
READS = (MAIN, "/etc/ssh/sshd_config.d/*.conf")
_LINE = re.compile(r"\s*(?P<key>[A-Za-z0-9]+)(?:\s*=\s*|\s+)(?P<value>.*?)\s*")


@dataclass(frozen=True)
class SshdOption(Setting):
    """The first value in the files is the one that counts; one in a Match block counts where it matches."""

    name: str
    want: Want
    default: str | None = None
    """What holds where sshd -T does not show the keyword; None: this sshd does not have it."""

    def check(self, case: Case) -> Check:
        """The effective value, then those within Match blocks."""
        if not case.state.read(MAIN):
            return absent("sshd")
        found = case.state.sshd.get(self.name.lower())
        if found is None and self.default is None:
            return absent(f"sshd {self.name}")
        value = self.default if found is None else " ".join(found)
        if not self.want.holds(value):
            return bad(f"sshd {self.name}", value, self.want)
        for path in _files(case):
            for line, key, matched in _walk(text.split(case.state.read(path) or b"", path)):
                if matched and key == self.name.lower() and not self.want.holds(_value(line)):
                    return bad(f"{path}: {matched}: {self.name}", _value(line), self.want)
        return GOOD

    def set(self, case: Case, overlay: Overlay) -> None:
        """Every laxer value becomes the wanted one; without any, one is added before the first Match."""
        seen = False
        for path in _files(case):
            lines = text.split(overlay.read(path) or b"", path)
            edited = []
            for line, key, matched in _walk(lines):
                mine = key == self.name.lower()
                seen = seen or (mine and not matched)
                edited.append(self._set(line) if mine else line)
            overlay.write(path, text.join(edited))
        if not seen:
            lines = text.split(overlay.read(MAIN) or b"", MAIN)
            at = next((i for i, (_, _, matched) in enumerate(_walk(lines)) if matched), len(lines))
            overlay.write(MAIN, text.join(text.insert(lines, at, [f"{self.name} {self.want.write}"])))
        overlay.check("sshd -t")
        overlay.act(reload(case))

    def _set(self, line: Line) -> Line:
        if self.want.holds(_value(line)):
            return line
        indent = line.text[: len(line.text) - len(line.text.lstrip())]
        return replace(line, text=f"{indent}{self.name} {self.want.write}")


def reload(case: Case) -> Action:
    """The reload after which sshd knows its files."""
    command = f"systemctl reload-or-restart {unit(case, 'ssh')}"
    return Action(command, command, stage=90)


def _files(case: Case) -> list[str]:
    """The main file and what it includes, in the order of reading as far as that matters here."""
    found = [MAIN]
    for line, key, _ in _walk(text.split(case.state.read(MAIN) or b"", MAIN)):
        if key == "include":
            for glob in _value(line).split():
                full = glob if glob.startswith("/") else f"/etc/ssh/{glob}"
                found += sorted(
                    path for path in case.state.files if fnmatch(path, full) and path not in found
                )
    return found


def _walk(lines: list[Line]) -> list[tuple[Line, str, str]]:
    """Each line with its keyword in lower case and the Match that it stands in."""
    found, matched = [], ""
    for line in lines:
        hit = _LINE.fullmatch(line.text)
        key = hit["key"].lower() if hit else ""
        if key == "match":
            value = _value(line)
            matched = "" if value.lower() == "all" else f"Match {value}"
        found.append((line, "" if key == "match" else key, matched))
    return found


def _value(line: Line) -> str:
    hit = _LINE.fullmatch(line.text)
    return hit["value"].strip('"') if hit else ""
