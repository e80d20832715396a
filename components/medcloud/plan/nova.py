"""What the hosts of pools with a baseline are set to, where no resource can (7.5.1-b)."""

from __future__ import annotations

from collections.abc import Iterator

from medcloud.plan.compute.pools import baseline_trait
from medcloud.plan.region import RegionPlan

NOVA_HEAD = ("", "[libvirt]", "trait")


def nova(plan: RegionPlan) -> Iterator[tuple[str, str, str]]:
    """Centre and pool, what its hosts have in nova.conf, and the trait of their resource providers."""
    for centre in plan.centres:
        for pool in centre.pools:
            if pool.baseline:
                model = f"cpu_mode = custom, cpu_models = {pool.baseline}"
                yield f"{centre.id}/{pool.id}", model, baseline_trait(pool.baseline)
