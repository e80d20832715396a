"""Operating system images (7.1.2.1)."""

from __future__ import annotations

from .base import Model
from .text import Name


class Image(Model):
    """Either a file to upload or an image that exists."""

    existing: Name | None = None
    """Name of an image that exists."""
    file: Name | None = None
    """Path of a file to upload, relative to the region file."""
