"""Quotas of tenants' own projects."""

from medcloud.plan.quota.slice import QuotaPlan

__all__ = ["QuotaPlan"]
