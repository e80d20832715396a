"""What a setting is made from and judged by: a host's state, its system, its surroundings, chosen figures."""

from medcloud.hosts.case.case import Case

__all__ = ["Case"]
