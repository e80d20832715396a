"""Which instances get whole processors (7.3.1.2-a)."""

from __future__ import annotations

from medcloud.model.workload import Workload
from medcloud.standard.words import LARGE_VCPUS, PINNED_KINDS


def dedicated(workload: Workload) -> bool:
    """Whether each vCPU of an instance is a core of its own: core kinds, large ones, with accelerators."""
    size = workload.size
    return workload.kind in PINNED_KINDS or size.vcpus >= LARGE_VCPUS or bool(size.wanted)
