"""Which system a host is, by its os-release."""

from __future__ import annotations

import re
from collections.abc import Mapping

from medcloud.hosts.systems.load import systems
from medcloud.hosts.systems.system import System


def recognise(os_release: Mapping[str, str]) -> System | None:
    """The one system whose fields fit; None when none or more than one does: it is not guessed."""
    found = [s for s in systems().values() if any(_fits(fields, os_release) for fields in s.recognise)]
    return found[0] if len(found) == 1 else None


def _fits(fields: Mapping[str, str], os_release: Mapping[str, str]) -> bool:
    return all(
        re.fullmatch(pattern, os_release.get(name, ""), re.IGNORECASE) for name, pattern in fields.items()
    )
