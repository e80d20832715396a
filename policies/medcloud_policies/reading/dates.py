"""Dates by RFC 3339, counted from now."""

from __future__ import annotations

from datetime import datetime, timezone


def days_until(text: str, now: datetime | None = None) -> int | None:
    """Whole days from now until a date (RFC 3339, or a day alone, in UTC); None when it is no date."""
    try:
        date = datetime.fromisoformat(text.replace("Z", "+00:00"))
        if date.tzinfo is None:
            date = date.replace(tzinfo=timezone.utc)
        return (date - (now or datetime.now(timezone.utc))).days
    except (ValueError, OverflowError):
        return None
