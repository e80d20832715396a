"""Checks across fields, one concern a file; every one of them speaks, not only the first."""

from ..problem import Problem
from ..region import Region


def check(region: Region, lost: frozenset[str]) -> list[Problem]:
    """x."""
    return []
