"""What can go wrong while a state is recovered."""

from __future__ import annotations

from medcloud.text import Refusal


class RecoverFailed(Refusal):
    """Nothing was decided wrongly, but it could not be done; the message is for people and complete."""
