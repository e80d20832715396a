"""What goes wrong in this room; every message is bilingual and names its host or place."""

from __future__ import annotations


class HardenError(Exception):
    """Bad input: an inventory, a parameter, a selection; nothing was touched."""


class HostFailed(Exception):
    """One host could not be audited or changed; the others go on."""


class Refused(Exception):
    """One setting cannot be made on this host; its control fails, the others go on."""
