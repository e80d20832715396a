"""What goes wrong in this room; every message is bilingual and names its host or place."""

from __future__ import annotations

from medcloud.text import Refusal


class HardenError(Refusal):
    """Bad input: an inventory, a parameter, a selection; nothing was touched."""

    exit_code = 2


class HostFailed(Refusal):
    """One host could not be audited or changed; the others go on."""


class Refused(Refusal):
    """One setting cannot be made on this host; its control fails, the others go on."""
