"""What a data level asks for."""

from medcloud.plan.protection.slice import Protection

__all__ = ["Protection"]
