"""After an engine was killed: what it had begun is found in the control planes and taken into the state."""

from medcloud.recover.core.advice import Advice
from medcloud.recover.core.drift import drift
from medcloud.recover.core.errors import RecoverFailed
from medcloud.recover.core.failures import Events, read as read_events
from medcloud.recover.core.recover import SETTLE, recover
from medcloud.recover.core.report import Drift, Outcome, Report

__all__ = [
    "SETTLE",
    "Advice",
    "Drift",
    "Events",
    "Outcome",
    "RecoverFailed",
    "Report",
    "drift",
    "read_events",
    "recover",
]
