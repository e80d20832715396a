"""medcloud: regional medical hybrid clouds after T/GYJS 014-2025, as code."""

__version__ = "0.1.0"
