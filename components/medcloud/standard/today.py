"""Which day it is where the standard holds: approvals and expiries are dated by China's calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))


def today(now: datetime | None = None) -> date:
    """The date in China, now or at an aware `now`; what is approved there today is not in the future."""
    return (now or datetime.now(timezone.utc)).astimezone(CHINA).date()
