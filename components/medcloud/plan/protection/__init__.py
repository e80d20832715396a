"""What a data level asks for, and how data come back."""

from medcloud.plan.protection.slice import Advice, BackupPlan, Protection, WaivedPlan

__all__ = ["Advice", "BackupPlan", "Protection", "WaivedPlan"]
