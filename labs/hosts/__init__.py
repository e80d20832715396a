"""Throw-away Linux hosts that really boot, for hardening tests. Nothing of it is known to the library."""
