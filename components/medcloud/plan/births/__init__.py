"""What things were called when they were made: names in the cloud and numbers stay with what is renamed."""

from medcloud.plan.births.births import birth, birth_of_side, births, with_births

__all__ = ["birth", "birth_of_side", "births", "with_births"]
