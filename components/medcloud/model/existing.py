"""References to things that exist already: used as they are, never changed or destroyed."""

from __future__ import annotations

from medcloud.model.base import Model
from medcloud.model.scalars import Name


class Existing(Model):
    """Something that exists already, by its name in the cloud."""

    existing: Name
    """Its name, as the cloud shows it."""
