"""An option of sshd, judged by sshd -T and set in the files that it reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from medcloud.hosts.case import Case
from medcloud.hosts.change import lines as text
from medcloud.hosts.change.lines import Line
from medcloud.hosts.change.overlay import Action, Overlay
from medcloud.hosts.settings._services import unit
from medcloud.hosts.settings.check import GOOD, Check, absent, bad
from medcloud.hosts.settings.condition import Condition
from medcloud.hosts.settings.setting import Setting
from medcloud.hosts.state import Unknown, covered
from medcloud.text import Text

MAIN = "/etc/ssh/sshd_config"
READS = (MAIN, "/etc/ssh/*.conf", "/etc/ssh/*/*.conf")
_DEEP = 16  # as deep as sshd itself goes
_LINE = re.compile(r"\s*(?P<key>[A-Za-z0-9]+)(?:\s*=\s*|\s+)(?P<value>.*?)\s*")


@dataclass(frozen=True)
class SshdOption(Setting):
    """The first value in the files is the one that counts; one in a Match block counts where it matches."""

    name: str
    condition: Condition
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
        if not self.condition.holds(value):
            return bad(f"sshd {self.name}", value, self.condition)
        for path, within in _files(case).items():
            for line, key, matched in _walk(text.split(case.state.read(path) or b"", path), within):
                if matched and key == self.name.lower() and not self.condition.holds(_value(line)):
                    return bad(f"{path}: {matched}: {self.name}", _value(line), self.condition)
        return GOOD

    def set(self, case: Case, overlay: Overlay) -> None:
        """Every laxer value becomes the wanted one.

        Where that is not enough one is added before the first Match or Include: the first value counts,
        and a file that is included may be none of those that are read (crypto-policies).
        """
        seen = changed = False
        for path, within in _files(case).items():
            lines = text.split(overlay.read(path) or b"", path)
            edited = []
            for line, key, matched in _walk(lines, within):
                mine = key == self.name.lower()
                seen = seen or (mine and not matched)
                edited.append(self._set(line) if mine else line)
            changed = changed or edited != lines
            overlay.write(path, text.join(edited))
        enough = seen and (changed or not _more(case))
        if not enough and not self._first(overlay):
            lines = text.split(overlay.read(MAIN) or b"", MAIN)
            walked = enumerate(_walk(lines))
            at = next((i for i, (_, key, matched) in walked if matched or key == "include"), len(lines))
            overlay.write(MAIN, text.join(text.insert(lines, at, [f"{self.name} {self.condition.write}"])))
        overlay.check("sshd -t")
        overlay.act(reload(case))

    def _first(self, overlay: Overlay) -> bool:
        """Whether the main file itself says it before it includes anything."""
        for line, key, matched in _walk(text.split(overlay.read(MAIN) or b"", MAIN)):
            if matched or key == "include":
                break
            if key == self.name.lower():
                return self.condition.holds(_value(line))
        return False

    def _set(self, line: Line) -> Line:
        if self.condition.holds(_value(line)):
            return line
        indent = line.text[: len(line.text) - len(line.text.lstrip())]
        return replace(line, text=f"{indent}{self.name} {self.condition.write}")


def reload(case: Case) -> Action:
    """The reload after which sshd knows its files."""
    command = f"systemctl reload-or-restart {unit(case, 'ssh')}"
    return Action(command, command, stage=90)


def _files(case: Case) -> dict[str, str]:
    """The main file and what it includes, in the order of reading as far as that matters here.

    With the Match that each is included in. Unknown when such a file lies outside of what is read; elsewhere
    sshd -T shows what it says.
    """
    found: dict[str, str] = {}
    _include(case, MAIN, "", found, 0)
    return found


def _include(case: Case, path: str, within: str, found: dict[str, str], depth: int) -> None:
    found[path] = within
    for line, key, matched in _walk(text.split(case.state.read(path) or b"", path), within):
        if key != "include" or depth == _DEEP:
            continue
        for full in _globs(line):
            if not covered(full, READS):
                if matched:
                    raise Unknown(
                        Text(
                            f"{path}: {matched}: Include {full}: 未读取",
                            f"{path}: {matched}: Include {full}: is not read",
                        )
                    )
                continue  # sshd -T shows what it says
            for other in case.state.paths(full):
                if other not in found:
                    _include(case, other, matched, found, depth + 1)


def _globs(line: Line) -> list[str]:
    words = (word.strip('"') for word in _value(line).split())
    return [word if word.startswith("/") else f"/etc/ssh/{word}" for word in words]


def _more(case: Case) -> bool:
    """Whether sshd reads more than was read here."""
    walked = (_walk(text.split(case.state.read(path) or b"", path)) for path in _files(case))
    includes = (line for lines in walked for line, key, _ in lines if key == "include")
    return not all(covered(glob, READS) for line in includes for glob in _globs(line))


def _walk(lines: list[Line], within: str = "") -> list[tuple[Line, str, str]]:
    """Each line with its keyword in lower case and the Match that it stands in; the file is in `within`."""
    found, matched = [], within
    for line in lines:
        hit = _LINE.fullmatch(line.text)
        key = hit["key"].lower() if hit else ""
        if key == "match":
            value = _value(line)
            matched = within if value.lower() == "all" else f"Match {value}"
        found.append((line, "" if key == "match" else key, matched))
    return found


def _value(line: Line) -> str:
    hit = _LINE.fullmatch(line.text)
    return hit["value"].strip('"') if hit else ""
