"""What was asked for, the same for all hosts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from medcloud.hosts.apply.transaction import DEAD_MAN
from medcloud.hosts.controls.control import Control
from medcloud.waivers import NONE, Waivers

PARALLEL = 20
"""Hosts at a time, where nothing else is asked for."""


@dataclass(frozen=True)
class Request:
    """Controls, figures that a site chose for them, waivers in force."""

    controls: Sequence[Control]
    values: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """By control and parameter."""
    waivers: Waivers = NONE
    dead_man: int = DEAD_MAN
