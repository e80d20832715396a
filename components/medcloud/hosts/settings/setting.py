"""What every kind of setting can do."""

from __future__ import annotations

from abc import ABC, abstractmethod

from medcloud.hosts.case import Case
from medcloud.hosts.change.overlay import Overlay
from medcloud.hosts.settings.check import Check


class Setting(ABC):
    """One thing on a host that is as wanted or not."""

    settable: bool = True
    """Whether software may set it; else a person does what `remedy` of the check says."""

    @abstractmethod
    def check(self, case: Case) -> Check:
        """What it is like, by what the host effectively has; may raise Unknown."""

    @abstractmethod
    def set(self, case: Case, overlay: Overlay) -> None:
        """Edit the overlay so that it will be as wanted; Refused when it cannot be."""
