"""Quotas of a tenant's own project (7.5.2.1-a)."""

from __future__ import annotations

from collections.abc import Mapping

from medcloud.model.base import Model
from medcloud.model.scalars import Count


class Quota(Model):
    """What a project may have in each OpenStack region; what is left out stays as its cloud has it."""

    cores: Count | None = None
    """vCPUs of all servers."""
    memory_gib: Count | None = None
    """Memory of all servers, GiB."""
    instances: Count | None = None
    """Servers."""
    volumes: Count | None = None
    """Volumes, those that databases boot from among them."""
    volumes_gib: Count | None = None
    """Their sizes together, GiB."""

    @property
    def limits(self) -> Mapping[str, int]:
        """What it says, by field."""
        return {key: value for key in type(self).model_fields if (value := getattr(self, key)) is not None}
