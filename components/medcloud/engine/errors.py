"""What can go wrong with the engine."""

from __future__ import annotations

from medcloud.text import Refusal


class EngineFailed(Refusal):
    """A command of the engine failed, or what it wrote cannot be read; the message is complete."""
