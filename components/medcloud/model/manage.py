"""The management plane: which servers a workload logs in to, watches or copies, and by which ports."""

from __future__ import annotations

from pydantic import Field

from medcloud.model.base import Model
from medcloud.model.callers import CallerId
from medcloud.model.scalars import Port

SSH = 22


class Manage(Model):
    """Servers of other workloads that this one reaches past their balancers."""

    servers: tuple[CallerId, ...] = Field(min_length=1)
    """Workloads by name or by what they are; ``all`` is every other one."""
    ports: tuple[Port, ...] = Field(default=(SSH,), min_length=1)
    """TCP ports on them; SSH unless said."""
