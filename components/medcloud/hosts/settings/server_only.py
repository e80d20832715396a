"""What servers do without and desktops need."""

from __future__ import annotations

from collections.abc import Iterable

from medcloud.hosts.case import Case
from medcloud.hosts.settings.inspect import NotHere
from medcloud.hosts.settings.setting import Setting
from medcloud.text import Text

_DESKTOP = Text("桌面系统需要它", "a desktop needs it")


def server_only(case: Case, settings: Iterable[Setting]) -> list[Setting]:
    """The settings, but on a desktop none."""
    return [NotHere(_DESKTOP)] if "desktop" in case.known.id else list(settings)
