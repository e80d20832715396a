"""The rules of sudoers as text: who may do what."""

import re
from collections.abc import Iterator

from medcloud.hosts.case import Case
from medcloud.hosts.state import Unknown
from medcloud.text import Text

READS = ("/etc/sudoers", "/etc/sudoers.d/*")
_INCLUDE = re.compile(r"[#@]include(?:dir)?\s+(?P<path>.+)")
_COMMENT = re.compile(r"#(?!\d).*")  # a number after it is a user's


def rules(case: Case) -> Iterator[tuple[str, str]]:
    """Each rule with its path; lines that go on are joined, Defaults and aliases left out."""
    for path, line in written(case):
        if "=" in line and not re.match(r"Defaults|\w+_Alias", line):
            yield path, line


def written(case: Case) -> Iterator[tuple[str, str]]:
    """Each line with its path, comments left out; Unknown at the end where sudo reads more than was read."""
    unread = []
    for path in case.state.paths(*READS):
        text = (case.state.read(path) or b"").decode("utf-8", "replace").replace("\\\n", " ")
        for line in text.splitlines():
            if include := _INCLUDE.fullmatch(line.strip()):
                if not include["path"].strip('" ').removeprefix("/etc/").startswith("sudoers.d"):
                    unread.append(
                        Text(f"{path}: {line.strip()}: 未读取", f"{path}: {line.strip()}: is not read")
                    )
            elif bare := _COMMENT.sub("", line).strip():
                yield path, bare
    if unread:
        raise Unknown(Text.join("; ", unread))
