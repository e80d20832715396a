"""What is known of one operating system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from medcloud.text import Text


@dataclass(frozen=True)
class System:
    """One data file of this folder; lists of names are candidates, the host's own first one counts."""

    id: str
    title: Text
    also: tuple[str, ...]
    """What a region file may call it, where its own id says more than a region does."""
    recognise: tuple[Mapping[str, str], ...]
    """Alternatives; each names fields of os-release and a pattern that the whole value fits, in any case."""
    family: str
    """rpm or deb: where PAM and services have their files."""
    package_manager: str
    pam: Mapping[str, tuple[str, ...]]
    """The files that hold the auth, account, password and session stacks of every login."""
    services: Mapping[str, tuple[str, ...]]
    packages: Mapping[str, tuple[str, ...]]
    paths: Mapping[str, tuple[str, ...]]
    mac: str
    """selinux, kysec or uos: the mandatory access control that it ships."""
    password_hashes: tuple[str, ...]
    """Best first; which of them the host really has is asked of its pam_unix."""
    unknown: tuple[Text, ...]
    """What medcloud has not seen of this system."""
