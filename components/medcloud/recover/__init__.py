"""After an engine was killed: what it had begun is found in the control planes and taken into the state."""

from medcloud.recover.advice import Advice, advise
from medcloud.recover.drift import Drift, drift
from medcloud.recover.errors import RecoverFailed
from medcloud.recover.failures import Events
from medcloud.recover.failures import read as read_events
from medcloud.recover.recover import SETTLE, recover
from medcloud.recover.report import Outcome, Report

__all__ = [
    "SETTLE",
    "Advice",
    "Drift",
    "Events",
    "Outcome",
    "RecoverFailed",
    "Report",
    "advise",
    "drift",
    "read_events",
    "recover",
]
