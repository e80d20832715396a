"""What things were called when they were made: names in the cloud and numbers stay with what is renamed."""

from medcloud.plan.births.births import birth, births, with_births

__all__ = ["birth", "births", "with_births"]
