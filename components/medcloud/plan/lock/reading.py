"""Reading a lock file: strict, because a number read wrongly moves addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping

from medcloud.plan.lock.concerns import number_sections, sections
from medcloud.plan.lock.entries import VERSION, Lock, read_tombstone, tombstone
from medcloud.plan.lock.refused import LockRefused
from medcloud.plan.lock.text import RETIRED, digest
from medcloud.text import Text

_ENTRY = re.compile(r"  ([a-z0-9][a-z0-9/-]*): (\S+)")
_HEADING = re.compile(r"([a-z][a-z0-9_-]*):")
_HEADER = re.compile(r"(version|digest): (\S+)")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,9}")
_NEWER = Text(
    "若由更新的 medcloud 写出，请升级；误改请从版本库恢复 {file}",
    "upgrade medcloud if a newer one wrote {file}; after a slip restore it from version control",
)
_MARKERS = ("<<<<<<< ", "=======", ">>>>>>> ", "||||||| ")


def parse(text: str, file: str, *, sealed: bool = True) -> Lock:
    """The lock that a text holds; LockRefused names the first line that is wrong.

    ``sealed=False`` leaves out the digest, for a file whose entries are to be kept although it was edited.
    """
    lines = [line.rstrip() for line in text.splitlines()]
    reader = _Reader(file, lines)
    lock = reader.read()
    if sealed:
        reader.check_seal()
    return lock


class _Reader:
    """One pass over the lines."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.sections: dict[str, dict[str, str]] = {}
        self.seen: dict[tuple[str, str, int], str] = {}
        self.head: dict[str, tuple[int, str]] = {}
        self.body_from = len(lines)

    def read(self) -> Lock:
        self._check_markers()
        section = ""
        for number, line in enumerate(self.lines, 1):
            if not line or line.startswith("#"):
                continue
            if header := _HEADER.fullmatch(line):
                self._header(number, header[1], header[2])
            elif heading := _HEADING.fullmatch(line):
                section = self._section(number, heading[1])
            elif (entry := _ENTRY.fullmatch(line)) and section:
                self._entry(number, section, entry[1], entry[2])
            else:
                raise self._refused(number, f"不认识的内容：{line[:60]}", f"not an entry: {line[:60]}")
        self._check_whole()
        retired = {key: int(value) for key, value in self.sections.pop(RETIRED).items()}
        numbered = number_sections()
        return Lock({n: _values(found, n in numbered) for n, found in self.sections.items()}, retired)

    def check_seal(self) -> None:
        line, found = self.head.get("digest", (0, ""))
        body = [text for text in self.lines[self.body_from :] if text and not text.startswith("#")]
        if found != digest(body):
            raise self._refused(
                line, "内容与 digest 不符，文件被改动过", "the digest does not fit: the file was changed"
            )

    def _check_markers(self) -> None:
        for number, line in enumerate(self.lines, 1):
            if line.startswith(_MARKERS):
                raise self._refused(number, "有未解决的合并冲突", "an unresolved merge conflict")

    def _check_whole(self) -> None:
        founding = (name for name, section in sections().items() if section.founding)
        missing = [name for name in (*founding, RETIRED) if name not in self.sections]
        if "version" not in self.head or missing:
            what = "version" if "version" not in self.head else missing[0]
            raise self._refused(
                len(self.lines), f"文件不完整，缺 {what}", f"the file is cut short: {what} is missing"
            )

    def _header(self, number: int, name: str, value: str) -> None:
        if name in self.head:
            raise self._refused(number, f"{name} 重复", f"{name} is given twice")
        self.head[name] = (number, value)
        if name == "version" and value != str(VERSION):
            raise LockRefused(
                self.file,
                number,
                Text(
                    f"锁文件版本为 {value}，本程序只认识 {VERSION}",
                    f"the lock file has version {value}; this medcloud knows {VERSION}",
                ),
                Text("请升级 medcloud", "upgrade medcloud"),
            )

    def _section(self, number: int, name: str) -> str:
        """Begins a section. One that no concern knows is refused: its numbers could not be kept."""
        if name != RETIRED and name not in sections():
            message = Text(f"不认识的段：{name}", f"not an entry: no section is called {name}")
            raise LockRefused(self.file, number, message, _NEWER)
        if name in self.sections:
            raise self._refused(number, f"{name} 重复", f"{name} is given twice")
        self.sections[name] = {}
        self.body_from = min(self.body_from, number - 1)
        return name

    def _entry(self, line: int, section: str, key: str, value: str) -> None:
        entries = self.sections[section]
        if key in entries:
            raise self._refused(line, f"{key} 重复", f"{key} is given twice")
        entries[key] = value
        if not _is_good(section, key, value):
            raise self._refused(line, f"{key}: {value} 无效", f"{key}: {value} makes no sense")
        if section == RETIRED:
            self._unique(line, read_tombstone(key), key)
        elif sections()[section].is_good is None:
            self._unique(line, (section, sections()[section].scope_of(key), int(value)), key)

    def _unique(self, line: int, place: tuple[str, str, int], key: str) -> None:
        other = self.seen.setdefault(place, key)
        if other != key:
            name = tombstone(*place)
            raise self._refused(
                line, f"{name} 被 {other} 与 {key} 同时占用", f"{name} is held by {other} and by {key}"
            )

    def _refused(self, line: int, zh: str, en: str) -> LockRefused:
        return LockRefused(self.file, line, Text(zh, en))


def _values(found: Mapping[str, str], numbered: bool) -> Mapping[str, int | str]:
    return {key: int(value) for key, value in found.items()} if numbered else found


def _is_good(section: str, key: str, value: str) -> bool:
    parts = key.split("/")
    if section == RETIRED:
        numbers = [value, parts[-1]]
        of = sections()[parts[0]] if parts[0] in number_sections() else None
        good = of is not None and len(parts) == of.scope_parts + 2
    else:
        of = sections()[section]
        if of.is_good is not None:
            return of.is_good(key, value)
        numbers, good = [value], len(parts) == of.key_parts
    return good and all(parts) and all(map(_NUMBER.fullmatch, numbers))
