"""After an engine was killed: what it had begun is found in the control planes and taken into the state."""

from medcloud.recover.engine import Engine
from medcloud.recover.errors import RecoverFailed
from medcloud.recover.recover import recover
from medcloud.recover.report import Outcome, Report

__all__ = ["Engine", "Outcome", "RecoverFailed", "Report", "recover"]
