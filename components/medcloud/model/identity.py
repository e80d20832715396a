"""How people prove who they are (7.2.3)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from medcloud.model.base import Model
from medcloud.model.limit import Limit, Must
from medcloud.model.scalars import Count, Flag

PASSWORD_DAYS = Limit("7.2.3.1-a", "password_age")
LOCKOUT_FAILURES = Limit("7.2.3.1-a", "failures_before_lock")
LOCKOUT_MINUTES = Limit("7.2.3.1-a", "lock_duration")
SESSION_MINUTES = Limit("7.2.3.4.2-b", "session_length", "min")
SESSIONS = Limit("7.2.3.4.2-a", "sessions_per_account")


class Identity(Model):
    """Rules for accounts and sessions; what is stricter than the standard is kept as it is."""

    mfa: Annotated[Flag, Must("7.2.3.2-a")] = True
    """More than one factor for whatever is sensitive."""
    password_days: Annotated[Count, PASSWORD_DAYS] = Field(default_factory=PASSWORD_DAYS.value)
    """Days until a password must be changed."""
    lockout_failures: Annotated[Count, LOCKOUT_FAILURES] = Field(default_factory=LOCKOUT_FAILURES.value)
    """Failed logins in a row until the account is locked."""
    lockout_minutes: Annotated[Count, LOCKOUT_MINUTES] = Field(default_factory=LOCKOUT_MINUTES.value)
    """Minutes that it stays locked."""
    session_minutes: Annotated[Count, SESSION_MINUTES] = Field(default_factory=SESSION_MINUTES.value)
    """Minutes until a session ends, whatever it does."""
    sessions: Annotated[Count, SESSIONS] = Field(default_factory=SESSIONS.value)
    """Sessions that one account may have at a time."""
