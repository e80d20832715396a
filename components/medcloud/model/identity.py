"""How people prove who they are (7.2.3)."""

from __future__ import annotations

from .base import Model
from .text import Flag, Whole


class Identity(Model):
    """Rules for accounts and sessions; stricter than the standard is kept as it is."""

    mfa: Flag = True
    password_days: Whole = 90
    lockout_failures: Whole = 5
    lockout_minutes: Whole = 30
    session_minutes: Whole = 120
    sessions: Whole = 1
    """Sessions that one account may have at a time."""
