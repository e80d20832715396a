"""The rules of sudoers as text: who may do what."""

import re
from collections.abc import Iterator

from medcloud.hosts.control import Case

READS = ("/etc/sudoers", "/etc/sudoers.d/*")


def rules(case: Case) -> Iterator[tuple[str, str]]:
    """Each rule with its path; lines that go on are joined, Defaults and aliases left out."""
    for path in sorted(case.state.files):
        if path == "/etc/sudoers" or path.startswith("/etc/sudoers.d/"):
            text = (case.state.read(path) or b"").decode("utf-8", "replace").replace("\\\n", " ")
            for line in text.splitlines():
                rule = line.partition("#")[0].strip()
                if "=" in rule and not re.match(r"Defaults|\w+_Alias", rule):
                    yield path, rule
